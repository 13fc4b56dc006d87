"""What can be done from the command line; each command is one module."""

from matcher.commands.main import main

__all__ = ["main"]
