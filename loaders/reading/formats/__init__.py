"""What opens one kind of file, in a process of its own (`limited`), with nothing to say but rows: a module a kind.

They know the standard library, one library at most, and each other. What they cannot read they name by one word of a fixed list,
so nothing that a hostile file puts together reaches a terminal. They open no file and no connection.
"""

from __future__ import annotations


class Stop(Exception):
    """The file cannot be read; the word is one of a list that the reader of the messages has."""
