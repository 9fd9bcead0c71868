"""The command palette: every command, label and article by a few letters of its name."""
