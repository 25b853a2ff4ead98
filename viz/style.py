"""How kinds of things and lines look: declared once, for every picture.

Each kind has a shape, a colour *and* a glyph, so that nobody needs to tell colours apart; each certainty a line style. The
colours are those of Okabe and Ito, darkened until a white glyph stands out on them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """A kind of node. `shape` (filled) and `glyph` (stroked) are SVG paths around 0,0, the shape about 24 units wide."""

    shape: str
    glyph: str
    colour: str
    ink: str = "#ffffff"
    """The glyph's colour."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour on a light and on a dark ground."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line of some certainty is drawn. `dash`: lengths of dash and gap, none for a solid line."""

    dash: tuple[int, ...] = ()
    thin: bool = False


CIRCLE = "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0Z"
SQUARE = "M-11.5-11.5H11.5V11.5H-11.5Z"
HOUSE = "M0-15L13-4V11.5H-13V-4Z"
LOZENGE = "M0-15L15 0L0 15L-15 0Z"
WIDE = "M-9-10H9A10 10 0 0 1 9 10H-9A10 10 0 0 1-9-10Z"
OCTAGON = "M-5-12H5L12-5V5L5 12H-5L-12 5V-5Z"
SLANT = "M-8-11H15L8 11H-15Z"
SHIELD = "M-12-12H12V3L0 14L-12 3Z"
FOLDER = "M-13-10H-4L-1-7H13V10H-13Z"
SHEET = "M-10-13H4L10-7V13H-10Z"
BUBBLE = "M-13-11H13V7H-2L-8 13V7H-13Z"
HEXAGON = "M-14 0L-7-12H7L14 0L7 12H-7Z"

LOOKS: dict[str, Look] = {
    "Person": Look(CIRCLE, "M-2.8-3.4a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0ZM-5.6 6.2C-5 .8 5 .8 5.6 6.2", "#0072b2"),
    "Unit": Look(SQUARE, "M-3-7H3V-2.5H-3ZM0-2.5V1M-5.5 6V1H5.5V6", "#414b5c"),
    "Station": Look(HOUSE, "M-6 7.5V-2M-2 7.5V-2M2 7.5V-2M6 7.5V-2M-8-2H8", "#c04e00"),
    "Area": Look(WIDE, "M-9 5L-3.5-4L.5 2L3.5-2L9 5Z", "#00785a"),
    "Event": Look(LOZENGE, "M0-7V2M0 6V6.1", "#a8437f"),
    "Finding": Look(OCTAGON, "M0-6.5V6.5M-6.5 0H6.5", "#56b4e9", "#10202e"),
    "Proceeding": Look(SLANT, "M0-6V6M-3.5 6H3.5M-5.5-4H5.5M-5.5-4L-7.5 1H-3.5ZM5.5-4L3.5 1H7.5Z", "#e69f00", "#2b1d00"),
    "Act": Look(SHIELD, "M-4 7V-7H5.5L3-3.5L5.5 0H-4", "#d8c73a", "#2b2600"),
    "Casefile": Look(FOLDER, "M-8-1.5H8M-8 4H3", "#7a6a53"),
    "Source": Look(SHEET, "M-5.5-4H5.5M-5.5 1H5.5M-5.5 6H2", "#66717f"),
    "Claim": Look(BUBBLE, "M-7-4H7M-7 1H3", "#8b97a5", "#10202e"),
    "Element": Look(HEXAGON, "M-6 0L-2 4.5L6-5", "#5a4a8a"),
}
"""By label."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "command": ("POSTED_TO", "SUBORDINATE_TO", "JOINED"),
    "place": ("BASED_AT", "OPERATED_IN", "WITHIN", "PRESENT_AT", "HELD_AT", "OCCURRED_AT"),
    "deed": ("PART_OF", "SUFFERED", "WITNESSED", "ALLEGED_IN", "FOUND_ON", "ATTRIBUTED_TO"),
}
"""Link types that share a colour; all others are "paper"."""

TINTS: dict[str, Tint] = {
    "command": Tint("#3b4759", "#b4c0d2"),
    "place": Tint("#a85a1c", "#e0a06a"),
    "deed": Tint("#963a70", "#dc93bf"),
    "paper": Tint("#74808e", "#8f9bab"),
    "disputed": Tint("#c81e1e", "#ff8a7a"),
}

STROKES: dict[str, Stroke] = {
    "certain": Stroke(),
    "assumed": Stroke((10, 5)),
    "possible": Stroke((2, 5)),
    "undated": Stroke(thin=True),
    "disputed": Stroke((12, 4, 2, 4)),
}
"""By certainty of the dates; its words are in graph/words. It grades dates, never truth."""


def family(link_type: str) -> str:
    """The family whose colour a link type has."""
    return next((name for name, types in FAMILIES.items() if link_type in types), "paper")
