"""The inbox of flags: all that annotators and rules put before editors, answered by keys."""
