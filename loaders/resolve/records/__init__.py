"""From the replayed journal to what is compared: one profile for each way in which a thing's mentions describe it.

register   what the journal says of each mention, and which mentions are one thing by the decisions so far
bodies     names of units, stations and areas, with the places they lie or work in
persons    names, birth dates, postings and stays of persons
particulars  what is told of persons beside: numbers, parents, a death and the last act
events     what was done to whom, when and where
"""

from loaders.resolve.records.bodies import areas, bodies
from loaders.resolve.records.events import events
from loaders.resolve.records.particulars import particulars
from loaders.resolve.records.persons import persons
from loaders.resolve.records.register import Register

__all__ = ["Register", "areas", "bodies", "events", "particulars", "persons"]
