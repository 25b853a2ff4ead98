"""Whom a text names: all bearers of names at once, in every script, case, order and short form.

stems    a word without the endings of its cases
sounds   the keys of one word, on which its spellings meet
text     a text cut into words and initials
bearer   what the spellings of one person come to
index    thousands of bearers, asked of one text
"""

from loaders.names.bearers.bearer import Person
from loaders.names.bearers.index import Bearers

__all__ = ["Bearers", "Person"]
