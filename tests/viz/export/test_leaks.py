"""Canaries: invented persons whose names stand everywhere in an answer, in many written forms, and must be in no file."""

from __future__ import annotations

import base64
import html
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from graph import schema
from graph.answer import Answer, NodeValue, RelValue, Support
from graph.projection import Value
from tests.viz.answers import DAY, KEY, NOBODY, answer, link, node
from viz.export import formats, write
from viz.profile import NAMES
from viz.release import Released, release

pytestmark = pytest.mark.slow
"""Each of 89 forms is exported in each format."""

CANARIES = {
    "p-canaryoneaaaaaaa": ("Zofja Quillmark", "Зофья Квильмарк"),
    "p-canarytwoaaaaaaa": ("Örjan Vexholt-Tamm", "Эрьян Вексхольт"),
    "p-canarythreeaaaaa": ("Nadzieja Wirrpuch", "Надзея Віррпух"),
}


def written_forms(name: str) -> list[str]:
    """How a name comes along in files: order, case, accents, spacing, parts."""
    given, family = name.split(" ", 1)
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return [
        name,
        name.upper(),
        name.lower(),
        f"{family}, {given}",
        f"{family.upper()} {given}",
        f"{given}_{family}",
        f"{given}{family}",
        f"{given}.{family}@example.org",
        f"interview with {name}, page 3",
        plain,
        unicodedata.normalize("NFD", name),
        "\u200b".join(name),
        "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),
        " ".join(name),
    ]


def parts(name: str) -> list[str]:
    """What still tells who it is in a descriptive text. In the name of a place, half a name is a street or a saint."""
    given, family = name.split(" ", 1)
    return [f"{given[0]}. {family}", family, given.lower()]


WHOLE = sorted({form for names in CANARIES.values() for name in names for form in written_forms(name)})
PARTS = sorted({form for names in CANARIES.values() for name in names for form in parts(name)})
FORMS = WHOLE + PARTS


def encodings(form: str) -> Iterator[bytes]:
    yield form.encode()
    yield form.encode("utf-16-le")
    yield form.encode("utf-16-be")
    yield form.encode("unicode_escape")
    yield form.encode("cp1251", "ignore") if form.encode("cp1251", "ignore").decode("cp1251") == form else form.encode()
    yield quote(form).encode()
    yield html.escape(form).encode("ascii", "xmlcharrefreplace")
    yield base64.b64encode(form.encode())


NEEDLES = sorted({needle for form in FORMS for needle in encodings(form)} | {old.encode() for old in CANARIES})


def leaks(folder: Path) -> list[bytes]:
    everything = b"\n".join(path.name.encode() + b"\n" + path.read_bytes() for path in sorted(folder.iterdir()))
    return [needle for needle in NEEDLES if needle in everything]


def a_value(declared: schema.Property, form: str) -> Value:
    if declared.choices:
        return declared.choices[0]
    if declared.name in NAMES and form in PARTS:
        form = "Isolator"
    values: dict[str, Value] = {"text": form, "texts": [form], "int": 1, "float": 1.5, "bool": True, "time": DAY, "times": [DAY]}
    return values[declared.type]


def everywhere(form: str) -> Answer:
    """An answer in which the form stands in every text property of every kind, in cells and parameters."""
    people = [node("Person", old, name=a, aliases=[b], protected=True) for old, (a, b) in CANARIES.items()]
    kinds = [
        NodeValue(
            f"{kind.prefix}-x", kind.label, {p.name: a_value(p, form) for p in kind.properties} | {"id": f"{kind.prefix}-x"}
        )
        for kind in schema.NODES
        if kind.label != "Person"
    ]
    links: list[RelValue] = []
    for kind in schema.LINKS:
        for number, end in enumerate((*people, kinds[0])):
            properties = {p.name: a_value(p, form) for p in kind.properties if p.name not in ("id", "claims")}
            links.append(link(kind.type, end, kinds[0], f"l-{kind.type}-{number}", **properties))
    cells = {f"c{number}": value for number, value in enumerate((*people, *kinds, *links, form, [form, form]))}
    given = {"person": people[0].id, "text": form, "several": [people[1].id, form]}
    support = {link.id: Support((form,), (form,), (form,), (form,), (form,)) for link in links}
    return answer(cells, parameters=given, support=support, title=f"About {form}" if form in WHOLE else "About")


def exported(released: Released, folder: Path) -> list[bytes]:
    write(released, formats(), folder)
    return leaks(folder)


@pytest.mark.parametrize("profile", ["prosecutor", "public"])
def test_no_canary_is_in_any_byte(tmp_path: Path, profile: str) -> None:
    found = {
        form: exported(release(everywhere(form), profile, "GBA", key=KEY, protected=NOBODY), tmp_path / str(number))
        for number, form in enumerate(FORMS)
    }
    assert {form: needles for form, needles in found.items() if needles} == {}


def test_control_an_export_as_it_is_shows_every_form(tmp_path: Path) -> None:
    shown = [
        form
        for number, form in enumerate(FORMS)
        if form.encode()
        in exported(release(everywhere(form), "internal", None, key=KEY, protected=NOBODY), tmp_path / str(number))
    ]
    assert shown == FORMS


def test_control_replacing_the_names_alone_leaks_nearly_every_form(tmp_path: Path) -> None:
    leaking = [form for number, form in enumerate(FORMS) if exported(naive(everywhere(form)), tmp_path / str(number))]
    assert len(leaking) > 0.9 * len(FORMS)


def naive(given: Answer) -> Released:
    """What a first try does: persons' names replaced, everything else as it was."""
    masked = {old: node("Person", old, name="P-1", protected=True) for old in CANARIES}
    rows = tuple(tuple(masked.get(cell.id, cell) if isinstance(cell, NodeValue) else cell for cell in row) for row in given.rows)
    return release(replace(given, rows=rows, parameters={}), "internal", None, key=KEY, protected=NOBODY)
