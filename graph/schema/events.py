"""What happened, to whom, who is said to have done it, and what a medical examination found."""

from __future__ import annotations

from graph.schema import choices
from graph.schema.kinds import LinkKind, NodeKind, Property, reading

NODES: tuple[NodeKind, ...] = (
    NodeKind(
        "Event",
        "e",
        "something that happened",
        (
            Property("kind", choices=choices.EVENTS, means="what happened"),
            Property("methods", "texts", means="how it was done: beating, cold, electricity …"),
            Property("purpose", means="what for: confession, punishment …"),
            Property("words", means="what was said"),
            Property("targeted_for", means="why this person: a strike, a poster …"),
            Property("place", means="where, in the words of the source"),
            Property("disputed", "bool", means="set where every victim of it is denied: computed, never claimed"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Finding",
        "f",
        "a medical finding, graded against an allegation, never against a person",
        (
            Property("examined", choices=choices.EXAMINED, means="what the assessor had"),
            Property("domain", choices=("physical", "psychological"), means="of body or mind"),
            Property("scope", choices=("lesion", "overall"), means="one lesion, or all findings together"),
            Property("body_site", means="where on the body"),
            Property("alleged_method", means="what the person says caused it"),
            Property("consistency", choices=choices.ISTANBUL, means="Istanbul Protocol; not_assessed without that scale"),
            Property("conclusion", means="the assessor's own words"),
            Property("assessor", means="who examined"),
            Property("examined_on", means="the day, as written"),
        ),
    ),
)

LINKS: tuple[LinkKind, ...] = (
    LinkKind(
        "OCCURRED_AT", ("Event",), ("Station",), "happened there", reads=(reading("happened at", "was the place of"),), once=True
    ),
    LinkKind("PART_OF", ("Event",), ("Event",), "is part of the larger event", reads=(reading("was part of", "included"),)),
    LinkKind(
        "SUFFERED",
        ("Person",),
        ("Event",),
        "it was done to this person",
        protects="begin",
        reads=(reading("suffered", "was suffered by"),),
    ),
    LinkKind(
        "WITNESSED",
        ("Person",),
        ("Event",),
        "saw or heard it",
        protects="begin",
        reads=(reading("witnessed", "was witnessed by"),),
    ),
    LinkKind(
        "ALLEGED_IN",
        ("Person", "Unit"),
        ("Event",),
        "is alleged to have taken part",
        (
            Property("role", choices=choices.ROLES, discriminates=True, means="which part"),
            Property("recognised_by", choices=choices.RECOGNISED, means="how the source knew who it was"),
        ),
        protects="nobody",
        reads=(
            reading("allegedly took a direct part in", "was allegedly done by", role="direct"),
            reading("allegedly ordered", "was allegedly ordered by", role="ordered"),
            reading("allegedly supervised", "was allegedly supervised by", role="supervised"),
            reading("was allegedly present at", "was allegedly attended by", role="present"),
            reading("allegedly took part as medical staff in", "had allegedly as medical staff", role="medical"),
            reading("allegedly took part in", "allegedly involved"),
        ),
    ),
    LinkKind(
        "FOUND_ON",
        ("Finding",),
        ("Person",),
        "was found on this person",
        protects="end",
        reads=(reading("was found on", "showed"),),
    ),
    LinkKind(
        "ATTRIBUTED_TO",
        ("Finding",),
        ("Event",),
        "the assessor attributes it to this event",
        reads=(reading("is attributed by its assessor to", "is named by an assessor as the cause of"),),
    ),
)
