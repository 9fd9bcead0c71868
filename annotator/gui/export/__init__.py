"""The export screen: what is to be written, its real first line, and where it goes."""
