"""Where it was: stations and areas, who had a base there, who was there and who was held there."""

from __future__ import annotations

from graph.schema import choices
from graph.schema.kinds import ALIASES, ANY, LinkKind, NodeKind, Property, reading

NODES: tuple[NodeKind, ...] = (
    NodeKind(
        "Station",
        "st",
        "a place of detention or deployment: police department, isolator, prison, base, van",
        (
            Property("kind", means="police station, prison, barracks, van …"),
            ALIASES,
            Property("latitude", "float", least=-90, most=90, means="in degrees, south is negative"),
            Property("longitude", "float", least=-180, most=180, means="in degrees, west is negative"),
            Property("precision_km", "float", least=0, reads="precision in km", means="how far off the point may be"),
        ),
    ),
    NodeKind(
        "Area",
        "a",
        "an administrative or operational area",
        (Property("kind", means="district, town, zone …"), Property("code", means="its number in a gazetteer"), ALIASES),
    ),
)

LINKS: tuple[LinkKind, ...] = (
    LinkKind(
        "BASED_AT",
        ("Unit",),
        ("Station",),
        "the unit was based there",
        (Property("role", means="headquarters, garrison …"),),
        timing="state",
        reads=(reading("was based at", "was the base of"),),
    ),
    LinkKind(
        "OPERATED_IN",
        ("Unit",),
        ("Area",),
        "the unit operated there",
        timing="state",
        reads=(reading("operated in", "was the area of"),),
    ),
    LinkKind("WITHIN", ("Station", "Area"), ("Area",), "lies within", reads=(reading("lies in", "contains"),)),
    LinkKind(
        "PRESENT_AT",
        ("Person",),
        ("Station",),
        "was seen or recorded there",
        (
            Property("role", discriminates=True, means="officer, medic, judge …"),
            Property("recognised_by", choices=choices.RECOGNISED, means="how the source knew who it was"),
        ),
        timing="happening",
        protects="nobody",
        reads=(reading("was present at ({role})", "had present ({role})", role=ANY), reading("was present at", "had present")),
    ),
    LinkKind(
        "HELD_AT",
        ("Person",),
        ("Station",),
        "was detained there",
        (Property("cell", means="as the source names it"), Property("stage", means="first detention, after trial …")),
        timing="happening",
        protects="begin",
        reads=(reading("was held at", "held"),),
    ),
)
