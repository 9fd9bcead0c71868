"""What became of an annotator's own labels: you said, final, why."""
