"""Names of units and stations: read by concept, number and place, compared with reasons, ranked for a search.

lexicon        tables of phrases; concepts.toml, places.toml, words.toml
fold           a word as the tables have it, and its skeleton for other scripts
body           what a name says once it is read
reader         which phrase of a name says what
match          which words of two names are the same
outcome        what comes of a comparison
contradiction  what makes two names two bodies for certain
pair           two names that nothing contradicts
comparison     the same, different, for a person, or nothing in common
terms          the words of an explanation
acronyms       letters that stand for a name
ranking        the likeliest of many, for a search
"""

from loaders.names.bodies.body import Body
from loaders.names.bodies.comparison import compare
from loaders.names.bodies.lexicon import is_kind
from loaders.names.bodies.outcome import Outcome
from loaders.names.bodies.reader import located, read

__all__ = ["Body", "Outcome", "compare", "is_kind", "located", "read"]
