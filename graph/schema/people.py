"""Persons, the units they belong to, and who commanded whom."""

from __future__ import annotations

from graph.schema import choices
from graph.schema.kinds import ALIASES, ANY, LinkKind, NodeKind, Property, reading

NODES: tuple[NodeKind, ...] = (
    NodeKind(
        "Person",
        "p",
        "a human being; roles are links",
        (
            ALIASES,
            Property("born", "date", means="day, month or year of birth, or limits of it"),
            Property("died", "date", means="day, month or year of death, or limits of it"),
            Property("birthplace", reads="place of birth", means="where somebody was born, as the source gives it"),
            Property("nationality", "texts", means="of which state somebody is a citizen, as the source gives it"),
            Property("father", reads="father's name", means="what the father is called"),
            Property("mother", reads="mother's name", means="what the mother is called"),
            Property(
                "identifiers",
                "texts",
                spaced=True,
                means="numbers that tell people apart, each with its space: of a passport, personal or service number",
            ),
            Property("sex", choices=choices.SEXES, means="as the source gives it"),
            Property("identified", choices=choices.IDENTIFIED, means="known by name, or only described (a masked man)"),
            Property("description", means="what is said of somebody whose name is not known"),
            Property("protected", "bool", means="a protected person is never exported under their own name"),
        ),
    ),
    NodeKind(
        "Unit",
        "u",
        "an organisation or part of one; an unknown unit keeps a chain connected and is never a perpetrator",
        (
            Property("kind", choices=choices.UNITS, means="real; unknown (there must be one, nobody can name it); unnamed"),
            Property("classification", "texts", means="army, police, battalion, company …"),
            ALIASES,
        ),
    ),
)

LINKS: tuple[LinkKind, ...] = (
    LinkKind(
        "POSTED_TO",
        ("Person",),
        ("Unit",),
        "a person's position in a unit",
        (
            Property("post", discriminates=True, means="the post as the source calls it"),
            Property(
                "function", choices=choices.FUNCTIONS, discriminates=True, unsaid="unknown", means="only a commander commands"
            ),
            Property("rank", means="as the source gives it"),
            Property("title", means="as the source gives it"),
            Property("basis", choices=choices.BASES, means="by law, or in fact"),
            Property("acting", "bool", discriminates=True, means="stands in for the holder of the post"),
        ),
        timing="state",
        protects="nobody",
        reads=(
            reading("was acting commander of", "had as acting commander", function="commander", acting=True),
            reading("commanded", "was commanded by", function="commander"),
            reading("was acting deputy at", "had as acting deputy", function="deputy", acting=True),
            reading("was deputy at", "had as deputy", function="deputy"),
            reading("was on the staff of", "had on its staff", function="staff"),
            reading("served in", "had as a member", function="member"),
            reading("was posted to (acting {post})", "had posted to it (acting {post})", post=ANY, acting=True),
            reading("was posted to ({post})", "had posted to it ({post})", post=ANY),
            reading("was posted to", "had posted to it"),
        ),
    ),
    LinkKind(
        "SUBORDINATE_TO",
        ("Unit",),
        ("Unit",),
        "the unit answers to the other; only `command` carries a chain",
        (
            Property(
                "relation",
                choices=choices.RELATIONS,
                discriminates=True,
                unsaid="unknown",
                means="only command carries a chain",
            ),
            Property("basis", choices=choices.BASES, means="by law, or in fact"),
        ),
        timing="state",
        reads=(
            reading("answered to", "had under its command", relation="command"),
            reading("belonged administratively to", "administered", relation="administrative"),
            reading("was informally under", "had informally under it", relation="informal"),
            reading("was subordinate to (kind not known)", "had as a subordinate (kind not known)", relation="unknown"),
            reading("was subordinate to", "had as a subordinate"),
        ),
    ),
    LinkKind(
        "JOINED",
        ("Unit",),
        ("Unit",),
        "took part in a joint operation; never a command link",
        timing="state",
        reads=(reading("operated jointly with", "operated jointly with"),),
    ),
)
