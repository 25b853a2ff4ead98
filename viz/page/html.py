"""The page as bytes: our own template, three scripts and a style sheet by hash, the case's data as data and nothing else.

Nothing from a case is ever markup or code: the template escapes what it prints, the scripts write text only, and the
page's own policy lets no other script, style, address or frame in, whatever the data say.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph import words
from graph.words import counts
from viz import style, withheld
from viz.page.details import Details
from viz.page.drawing import OTHER, Drawing, called, claims_of, draw
from viz.page.tables import tables
from viz.page.vendored import vis_network
from viz.release import Released

GENERATOR = "Linkage page 1"
HERE = Path(__file__).parent
SCRIPTS = ("names.js", "picture.js", "page.js")
PACK_ABOVE = 2_000_000
"""Data longer than this are packed; shorter ones anyone can read in the file."""

IN_DATA = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; connect-src 'none'; "
    "form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def page(released: Released, details: Details) -> bytes:
    """The whole file. `details` are those this profile allows."""
    import jinja2

    drawing, names = draw(released, details), _names(released, details)
    scripts = [_ours(vis_network()), *(_ours((HERE / name).read_text("utf-8")) for name in SCRIPTS)]
    css = _ours((HERE / "page.css").read_text("utf-8"))
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined)
    environment.trim_blocks = environment.lstrip_blocks = True
    text = environment.get_template("page.html.j2").render(
        generator=GENERATOR,
        policy=POLICY.format(scripts=" ".join(map(_hash, scripts)), styles=_hash(css)),
        # The template prints these three as they are: the first two we wrote, the third is made harmless in `_packed`.
        scripts=scripts,
        css=css,
        data=_packed(_data(released, details, drawing)),
        title=details.title or released.title,
        released=released,
        question=words.question(released.parameters, names),
        left_out=list(_notes(released)),
        made=words.moment(details.made) if details.made else "",
        tables=tables(released, drawing, names),
        counts=[
            words.count(len(of), one) for of, one in ((released.rows, "row"), (drawing.nodes, "node"), (drawing.links, "link"))
        ],
    )
    # Half of a UTF-16 pair, which no encoding holds, is written out; inside the data that is JSON's own way to say it.
    return text.encode("utf-8", "backslashreplace")


def _data(released: Released, details: Details, drawing: Drawing) -> dict[str, Any]:
    kinds = [node["kind"] for node in drawing.nodes]
    return {
        "nodes": drawing.nodes,
        "links": drawing.links,
        "claims": {claim: asdict(detail) for claim, detail in claims_of(drawing, details).items()},
        "looks": {kind: _look(kind) for kind in (*style.LOOKS, OTHER) if kind in kinds},
        "tints": {name: [tint.light, tint.dark] for name, tint in style.TINTS.items()},
        "strokes": {name: asdict(stroke) | {"means": words.certainty.MEANS[name]} for name, stroke in style.STROKES.items()},
        "words": {type_: words.link_type(type_) for type_ in sorted({link["type"] for link in drawing.links})},
        "layered": drawing.layered,
        "internal": released.profile == "internal",
    }


def _look(kind: str) -> dict[str, str]:
    return asdict(style.LOOKS[kind]) if kind in style.LOOKS else asdict(style.Look(style.CIRCLE, "", "#808080"))


def _packed(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    if len(text) > PACK_ABOVE:
        packed = gzip.compress(text.encode("utf-8", "backslashreplace"), 9, mtime=0)
        return "gz:" + base64.b64encode(packed).decode()
    return text.translate(IN_DATA)


def _names(released: Released, details: Details) -> dict[str, str]:
    """What things are called, by id."""
    return dict(details.names) | {node.id: called(node) for node in released.nodes}


def _notes(released: Released) -> Iterator[str]:
    left = released.left_out
    if counts.is_range(released.columns, released.rows):
        yield counts.RANGE
    yield from words.left_out(left, len(released.rows))
    yield from withheld.lines(released.withheld)


def _ours(text: str) -> str:
    """Text that may stand inside an element of ours: it cannot end it."""
    lowered = text.lower()
    if "</script" in lowered or "</style" in lowered or "<!--" in lowered:
        raise AssertionError("a script or style of the page would end its own element")
    return text


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
