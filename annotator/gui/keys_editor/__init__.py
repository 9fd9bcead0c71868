"""The shortcut editor: every command with its keys, to be changed by pressing others."""
