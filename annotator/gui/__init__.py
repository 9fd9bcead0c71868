"""The window: everything a person sees, and the only part that knows Qt."""
