"""What is known of the open article beside its text, shown and corrected."""
