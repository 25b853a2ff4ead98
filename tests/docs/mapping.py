"""The reference page of the mapping format and the schema for editors: made from the declaration.

uv run python -m tests.docs.mapping     writes `.github/docs/mapping.md` and `mapping.schema.json` anew
"""

from __future__ import annotations

import shlex
import tempfile
from datetime import datetime
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

import loaders
from graph import schema, words
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.errors import MappingError
from graph.schema.kinds import Property
from loaders.mapping import ThingPart, editor, parse, shipped
from loaders.mapping.extract import Extract
from loaders.mapping.form import SOURCE
from loaders.mapping.meaning import meanings
from loaders.mapping.part import LABELS, TYPES
from loaders.mapping.pattern import Pattern
from loaders.mapping.table import Column, OneOf, TomlTable
from loaders.reading import DateError, How, PointError, PointHow, read_date, read_point
from loaders.reading.dates.periods import limits
from loaders.reading.dates.words import languages
from tests.cli.program import inside
from tests.docs.blocks import fence, fenced, fences, renewed
from tests.docs.harvested import harvested

DOCS = Path(loaders.__path__[0]).parent / ".github" / "docs"
PAGE, SCHEMA = DOCS / "mapping.md", DOCS / "mapping.schema.json"
TIMES = {None: "", "state": "a state", "happening": "a happening"}
DATES = (
    *("2012-05-03", "2012-05-03 22:30", "3 May 2012", "9 августа 2020 г.", "May 2012", "2012-05", "2012", "03.05.2012"),
    *("20120503", "5.III.2012", "١٣/٠٨/٢٠٢٠", "13. kolovoza 2020.", "2012-05-00", "1970s", "10:30 PM, 3 May 2012"),
    *("2012-05-03T05:29:39Z", "9–12 августа 2020", "12-14.08.2020", "between 5 June 1978 and 1979", "1970/1984"),
    *("about 2012", "before 1979", "early August 2021", "ночь с 12 на 13 августа 2020"),
)
NO_DATES = (
    *("05.03.12", "29.02.2011", "31/31/2012", "13 May", "22:30", "Easter 2020", "three days later", "43221", "l3.08.2020"),
    *("Monday 13 August 2020", "2020-08-13?", "summer 2020", "2020-08-09 22:30 EST", "13 listopada 2020", "unknown", "1.8.2120"),
)
LAT_LON = {"order": "lat-lon"}
POINTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("53.9022, 27.5618", LAT_LON),
    ("53,9022; 27,5618", LAT_LON),
    ("27.56 53.90", {"order": "lon-lat"}),
    ("53.9022, 127.5618", {}),
    ("53°54′08″ N, 27°33′42″ E", {}),
    ("53° 54.132' с. ш. 27° 33.708' в. д.", {}),
    ("33°26′40″ S, 70°39′02″ O", {"lang": "es"}),
    ("Lat. 53.9022 Long. 27.5618", {}),
    ("53.9022, 27.5618 ±500 m", LAT_LON),
    ("POINT(27.5618 53.9022)", {}),
    ("+53.9022+027.5618/", {}),
    ("35U 536912 5972787", {"format": "utm"}),
    ("35U NV 36911 72786", {"format": "mgrs"}),
    ("9G59WH36+V4", {"format": "plus-code"}),
    ("5354.132N 02733.708E", {"format": "run-together"}),
    ("53.9022, 27.5618", {}),
    ("53,9022,27,5618", LAT_LON),
    ("33°26′40″ S, 70°39′02″ O", {}),
    ("9G59WH36+V4", {}),
    ("0, 0", LAT_LON),
    ("539022, 275618", LAT_LON),
    ("53.9O22, 27.5618", LAT_LON),
    ("53°74′08″ N, 27°33′42″ E", {}),
    ("about 53.9022, 27.5618", LAT_LON),
)
HOW = How("day-first", "Europe/Lisbon")


def table(page: str, given: list[str]) -> str:
    """The keys of one table of the format."""
    (declared,) = (known for known in editor.TABLES if known.__name__ == given[0])
    rows = ["| key | holds | meaning |", "|---|---|---|"]
    for name, field in declared.model_fields.items():
        held = _holds(field.annotation, field.metadata) + (", **required**" if field.is_required() else "")
        rows.append(f"| `{field.alias or name}` | {held} | {meanings(declared)[field.alias or name]} |")
    return "\n".join(rows)


def _holds(kind: Any, rules: list[Any]) -> str:
    """What a key may hold, in words."""
    origin, inner = get_origin(kind), [one for one in get_args(kind) if one not in (type(None), ...)]
    choices = next((rule.choices for rule in rules if isinstance(rule, OneOf)), None)
    if choices:
        return "one of " + ", ".join(f"`{choice}`" for choice in choices)
    if origin is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in inner)
    if origin is Annotated:
        return _holds(inner[0], list(inner[1:]))
    if origin in (UnionType, Union):
        return "a text, a number, true or false" if len(inner) > 1 else _holds(inner[0], rules)
    if origin is tuple:
        many = _holds(inner[0], [])
        alone = any(getattr(rule, "alone", False) for rule in rules)
        return f"{many}, or a list" if alone else f"a list: {many}"
    if origin is dict:
        value = _holds(inner[1], [])
        return "tables by name" if value == "a table" else f"a table: word = {value}"
    names = {
        Column: "a column",
        Pattern: "a pattern",
        Extract: "a pattern with one group",
        str: "a text",
        int: "a whole number",
        bool: "`true` or `false`",
    }
    if kind in names:
        return names[kind]
    if isinstance(kind, type) and issubclass(kind, TomlTable):
        short = {
            "Cell": "a cell",
            "PointCell": "a point",
            "DateCell": "a date",
            "AsOf": "a text, or a date",
            "Flag": "a flag",
            "Split": "a text, a list of texts, or a table",
        }
        return short.get(kind.__name__, "a table")
    return str(kind)


def labels(page: str, given: list[str]) -> str:
    """Every label with its properties."""
    parts = []
    for label in LABELS:
        kind = schema.NODE[label]
        span = " May have a `span` (a happening)." if kind.timing else ""
        parts += [f"**{label}**: {kind.means}.{span}", "", _properties(list(ThingPart.declared(label).values())), ""]
    return "\n".join(parts)


def links(page: str, given: list[str]) -> str:
    """Every link type with its ends and properties."""
    parts = []
    for type_ in TYPES:
        kind = schema.LINK[type_]
        span = f" May have a `span` ({TIMES[kind.timing]})." if kind.timing else ""
        parts += [f"**{type_}**: {' or '.join(kind.begins)} → {' or '.join(kind.ends)}: {kind.means}.{span}", ""]
        parts += [_properties(list(kind.own)), ""] if kind.own else []
    return "\n".join(parts)


def source(page: str, given: list[str]) -> str:
    """The properties of `[source]`."""
    return _properties(list(SOURCE.values()))


def _properties(own: list[Property]) -> str:
    rows = ["| property | meaning | value |", "|---|---|---|"]
    kinds = {"texts": "several texts", "int": "a whole number", "float": "a number", "bool": "true or false"}
    for declared in own:
        words_only = "one of " + ", ".join(f"`{word}`" for word in declared.choices)
        value = words_only if declared.choices else kinds.get(declared.type, "a text")
        value += f", {declared.limits}" if declared.limits else ""
        rows.append(f"| `{declared.name}` | {declared.means} | {value} |")
    return "\n".join(rows)


def shipped_ones(page: str, given: list[str]) -> str:
    """The mappings that come with Linkage, but those of the demo's own files."""
    known = [mapping for mapping in shipped() if not mapping.name.startswith("demo-")]
    return "\n".join(["| name | takes |", "|---|---|", *(f"| `{mapping.name}` | {mapping.title} |" for mapping in known)])


def read(page: str, given: list[str]) -> str:
    """What is read from the sheet above by the mapping above; `given`: from how many rows of it."""
    sheet = fence(page, "csv")
    lines = sheet.splitlines(keepends=True)
    return fenced(harvested("".join(lines[: int(given[0]) + 1]) if given else sheet, fence(page, "toml")))


def faults(page: str, given: list[str]) -> str:
    """How the faults of the mapping above read."""
    try:
        parse(fence(page, "toml wrong"), "guards.toml")
    except MappingError as error:
        return fenced(f"linkage: {error}")
    raise AssertionError("the mapping above has no fault")


def dates(page: str, given: list[str]) -> str:
    """What a date is read as, day first."""
    rows = ["| in the cell | read as |", "|---|---|"]
    for text in (*DATES, *NO_DATES):
        try:
            date = read_date(text, HOW)
            assert date
            rows.append(f"| {text} | {words.period(date.period.begin, date.period.end)} |")
        except DateError as error:
            rows.append(f"| {text} | *no date: {error}* |")
    return "\n".join(rows)


def points(page: str, given: list[str]) -> str:
    """What coordinates are read as, with what must be stated for it."""
    rows = ["| in the cell | stated | read as | by its figures, off by |", "|---|---|---|---|"]
    for text, stated in POINTS:
        how = PointHow(**stated)  # type: ignore[arg-type]  # the lines above hold to the choices
        said = ", ".join(f'`{name} = "{value}"`' for name, value in stated.items())
        try:
            point = read_point(text, how)
            assert point
            read, off = f"{words.value(point.latitude)}, {words.value(point.longitude)}", f"{words.value(point.precision_km)} km"
        except PointError as error:
            read, off = f"*no coordinates: {error}*", ""
        rows.append(f"| {text.replace('|', chr(92) + '|')} | {said} | {read} | {off} |")
    return "\n".join(rows)


def limits_of_words(page: str, given: list[str]) -> str:
    """What words mean as limits, from the file that says so, with words of some languages."""
    rows = ["| word | in the mapping | means |", "|---|---|---|"]
    circa = limits()["circa"]
    means = {
        "circa": f"a year ± {circa['years']} years, a month ± {circa['months']} months, a day ± {circa['days']} days, "
        f"a time ± {circa['minutes'] // 60} hours",
        "before": "to the end of the day, month or year that is named: nothing of it is cut off",
        "after": "from the beginning of it",
        "until": "in a column of ends or periods: it ended on that day or the day before; with a time, then",
        "to": "it ended on that day",
        "from": "it began on that day",
        "open": "it went on when the sheet was made (`as_of`); without `as_of` there is no end yet",
    } | {name: _part(limits()["part"][name]) for name in ("early", "mid", "late")}
    for name, meaning in means.items():
        some = [str(cast("dict[str, str]", languages()[lang]["words"]).get(name, "")) for lang in ("en", "ru", "es", "fr")]
        examples = ", ".join(dict.fromkeys(words_of.split("|")[0].strip() for words_of in some if words_of))
        rows.append(f"| {examples} | `{name}` | {meaning} |")
    return "\n".join(rows)


def _part(rule: dict[str, list[int]]) -> str:
    begin, end = rule["month"]
    days = f"{begin}–{end}" if end < 31 else f"{begin} to the end"
    months = "–".join(f"{datetime(2000, month, 1):%B}" for month in rule["year"])
    return f"of a month: {days}; of a year: {months}; of a decade: its years {rule['decade'][0]} to {rule['decade'][1]}"


def run(page: str, given: list[str]) -> str:
    """What the commands above print, in a new case beside the first example."""
    return fenced("\n".join(ran(page, fence(page, "sh").splitlines())))


def ran(page: str, commands: list[str]) -> list[str]:
    """What each command prints. All must succeed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "detentions.csv").write_text(fences(page, "csv")[0], "utf-8")
        (folder / "detentions.toml").write_text(fences(page, "toml")[0], "utf-8")
        assert inside("init", folder / "case", "--zone", "Europe/Lisbon").code == 0
        try:
            done = [inside(*shlex.split(command)[1:], case=folder / "case", cwd=folder) for command in commands]
        finally:
            ArcadeEngine(folder / "case" / "graph").stop()
    assert [(one.code, one.err) for one in done] == [(0, "")] * len(done), done
    return [one.out for one in done]


MAKERS = {
    "table": table,
    "labels": labels,
    "links": links,
    "source": source,
    "shipped": shipped_ones,
    "read": read,
    "faults": faults,
    "dates": dates,
    "points": points,
    "limits": limits_of_words,
    "run": run,
}


def main() -> None:
    """Writes both anew."""
    PAGE.write_text(renewed(PAGE.read_text("utf-8"), MAKERS), "utf-8")
    SCHEMA.write_text(editor.text(), "utf-8")


if __name__ == "__main__":
    main()
