"""Events: joined where both sources tell what makes them one, and nothing speaks against it; asked about where they may be.

times       how the times of two events stand to each other
comparison  two events held against each other, and what rule that comes to
reasons     the same in words, for and against
proposal    all events of a case: what is joined, what a person is asked
"""

from loaders.resolve.events.comparison import REVIEW, Held, compare
from loaders.resolve.events.proposal import propose

__all__ = ["REVIEW", "Held", "compare", "propose"]
