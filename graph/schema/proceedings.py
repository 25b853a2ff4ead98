"""What offices and courts did about it: complaints, cases, refusals; and what was ordered, reported or not done."""

from __future__ import annotations

from graph.schema import choices
from graph.schema.kinds import LinkKind, NodeKind, Property, reading

NODES: tuple[NodeKind, ...] = (
    NodeKind(
        "Proceeding",
        "pr",
        "a complaint, case, refusal, charge or sanction",
        (
            Property("kind", choices=choices.PROCEEDINGS, means="what it is"),
            Property("forum", means="before whom"),
            Property("outcome", means="how it ended"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Act",
        "ac",
        "what a person or unit ordered, reported, noticed, did or failed to do",
        (
            Property("kind", choices=choices.ACTS, means="what it is"),
            Property("channel", means="by radio, by letter, in a meeting …"),
            Property("content", means="what it says"),
        ),
        timing="happening",
    ),
)

LINKS: tuple[LinkKind, ...] = (
    LinkKind(
        "CONCERNS",
        ("Proceeding", "Act"),
        ("Event", "Person", "Unit", "Act", "Proceeding"),
        "is about",
        protects="nobody",
        reads=(reading("is about", "is the subject of"),),
    ),
    LinkKind(
        "ANSWERS", ("Proceeding",), ("Proceeding",), "answers the earlier one", reads=(reading("answered", "was answered by"),)
    ),
    LinkKind(
        "MADE_BY",
        ("Proceeding", "Act"),
        ("Person", "Unit"),
        "was made by",
        protects="end",
        protects_if=("kind", "complaint"),
        reads=(reading("was made by", "made"),),
    ),
    LinkKind(
        "ADDRESSED_TO",
        ("Proceeding", "Act"),
        ("Person", "Unit"),
        "was addressed to",
        protects="nobody",
        reads=(reading("was addressed to", "was the addressee of"),),
    ),
)
