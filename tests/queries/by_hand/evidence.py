"""The links and things that rows by hand are made of, and the times that are asked about."""

from __future__ import annotations

from datetime import date

from tests.queries.by_hand.row_example import link, thing
from tests.queries.grade_examples import MONTH, day, days

JANUARY = {"from": MONTH[0], "to": MONTH[1]}
FIFTH = dict(zip(("on_from", "on_to"), day(5), strict=True))
HELD = link("held", certain=days(1, 20), cited=[days(5, 5)])
VAGUE = link("vague", possible=["unknown", date(2014, 1, 20)], cited=[days(5, 5)])
LATER = link("later", certain=days(21, 25), cited=[days(21, 21)])
DENIED = link("denied", certain=days(1, 20), cited=[days(5, 5)], disputed=True)
EVENT = thing("event", possible=days(3, 6), cited=[days(3, 6)])
ALLEGED = link("alleged", "ALLEGED_IN")
JOINED = link("joined", certain=days(1, 20), bridged=True, cited=[days(1, 1), days(20, 20)])
DOUBTED = link("doubted", "ALLEGED_IN", disputed=True)
