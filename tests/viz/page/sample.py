"""Invented answers of a republic that never was: a chain of command above a station, and who was held there together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from graph.answer import Answer, Column, ColumnType, LeftOut, NodeValue, PathValue, RelValue, Support
from graph.projection import Value
from graph.said.span import ALWAYS, Period, Span
from viz.page import ClaimDetail, Details

KEY = bytes(range(32))
FILE_HASH = "c0ffee" + "4" * 58
QUOTE = "Our commander came down himself that night and asked who had been brought in."
DENIER = "Statement of the ministry"
LOCATOR = "interview-14.txt, lines 33–35"


def day(year: int, month: int = 1, date: int = 1) -> datetime:
    return datetime(year, month, date)


STATED = Span(Period(day(2031, 3, 1), day(2032, 6, 1)), Period(day(2031, 3, 1), day(2032, 6, 1)))
BRIDGED = Span(
    ALWAYS, Period(day(2031, 5, 10), day(2032, 2, 4)), True, (Period.day(day(2031, 5, 10)), Period.day(day(2032, 2, 3)))
)
LOOSE = Span(cited=(Period(day(2031, 5), day(2031, 6)),))
THAT_NIGHT = Span(Period.day(day(2031, 8, 11)), cited=(Period.day(day(2031, 8, 11)),))
YEAR = Span(Period(day(2030), day(2033)), Period(day(2030, 12, 31), day(2032, 1, 2)))


class World:
    """Nodes and links by name, with one claim each."""

    def __init__(self) -> None:
        self.nodes: dict[str, NodeValue] = {}
        self.links: list[RelValue] = []
        self.claims: dict[str, ClaimDetail] = {}
        self.support: dict[str, Support] = {}

    def node(self, label: str, key: str, name: str, **properties: Value) -> NodeValue:
        id_ = f"{label.lower()[:2]}-{key}"
        self.support[id_] = _support([self.claim(id_, "name", name)])
        self.nodes[key] = NodeValue(id_, label, {"id": id_, "name": name, **properties})
        return self.nodes[key]

    def link(self, type_: str, begin: str, end: str, span: Span | None = None, sources: int = 1, **properties: Value) -> RelValue:
        id_ = f"l-{len(self.links)}"
        claims = [self.claim(f"{id_}-{number}", "span", "as dated", number) for number in range(sources)]
        self.support[id_] = _support(claims, DENIER if properties.get("disputed") else "")
        told: dict[str, Value] = {"id": id_, **(span.as_properties() if span else {}), **properties}
        self.links.append(RelValue(id_, type_, self.nodes[begin].id, self.nodes[end].id, told))
        return self.links[-1]

    def claim(self, about: str, property_: str, value: str, number: int = 0) -> str:
        self.claims[f"c-{about}"] = ClaimDetail(
            property=property_,
            about=property_,
            value=value,
            original=value.upper(),
            quote=QUOTE,
            locator=LOCATOR,
            graded="Medium",
            basis="heard_from",
            file=FILE_HASH,
            source=f"Interview {14 + number}",
            held=number % 2 == 0,
            origin=f"s-{number}",
            origin_name=f"Interview {14 + number}",
        )
        return f"c-{about}"


def _support(claims: list[str], denier: str = "") -> Support:
    sources = tuple(f"s-{number}" for number in range(len(claims)))
    return Support(tuple(claims), sources, sources, denied_by=(denier,) if denier else ())


BATTALIONS = ("1st Battalion “Ravine”", "2nd Battalion", "Convoy Battalion", "Reserve Battalion")
OFFICERS: tuple[tuple[str, str, list[str]], ...] = (
    ("kovalenko", "Сергій Коваленко", ["Serhii Kovalenko", "S. Kowalenko"]),
    ("drozd", "Ihar Drozd", ["Ігор Дрозд"]),
    ("drozd2", "Ihar Drozd", ["Drozd the younger"]),
    ("melnyk", "Олена Мельник", ["Olena Melnyk"]),
    ("tamm", "Örjan Vexholt-Tamm", []),
    ("hrushetsky", "Юрій Грушецький", ["Yuri Grushetsky"]),
    ("orlenko", "Pavlo Orlenko", []),
    ("berezin", "Тарас Березин", ["Taras Berezin"]),
)


def republic() -> World:
    """Four levels of units with an unknown one between, eight officers, two stations, eleven detainees, four events."""
    w = World()
    w.node("Unit", "ministry", "Ministry of Interior", kind="real", classification=["ministry"])
    w.node("Unit", "troops", "Internal Troops Command", kind="real")
    w.node("Unit", "guard", "Department of Guard and Convoy", kind="real")
    w.node("Unit", "unknown", "Unknown superior of the 7th Brigade", kind="unknown")
    w.node("Unit", "brigade", "7th Special Brigade", kind="real", aliases=["7 бригада особливого призначення"])
    w.node("Unit", "brigade9", "9th Brigade", kind="real")
    for number, name in enumerate(BATTALIONS):
        w.node("Unit", f"bn{number}", name, kind="real")
    w.node("Station", "isolator", "Isolator No. 1", kind="isolator", aliases=["Ізолятор № 1", "“The Cellar”"], latitude=-3.5)
    w.node("Station", "depot", "Convoy depot, River Street", kind="base")
    for key, name, aliases in OFFICERS:
        w.node("Person", key, name, aliases=aliases, protected=False, conflicts=["born"] if key == "drozd" else [], born="1970")
    w.link("SUBORDINATE_TO", "troops", "ministry", STATED, 3, relation="command")
    w.link("SUBORDINATE_TO", "guard", "ministry", STATED, 2, relation="command")
    w.link("SUBORDINATE_TO", "unknown", "troops", LOOSE, relation="command")
    w.link("SUBORDINATE_TO", "brigade", "unknown", LOOSE, relation="command")
    w.link("SUBORDINATE_TO", "brigade9", "troops", BRIDGED, relation="command")
    w.link("SUBORDINATE_TO", "bn0", "brigade", STATED, 2, relation="command")
    w.link("SUBORDINATE_TO", "bn1", "brigade", BRIDGED, relation="command")
    w.link("SUBORDINATE_TO", "bn2", "guard", STATED, relation="command")
    w.link("SUBORDINATE_TO", "bn2", "brigade", LOOSE, relation="informal")
    w.link("SUBORDINATE_TO", "bn3", "brigade9", YEAR, relation="command")
    for person, unit, span, acting, disputed in (
        ("hrushetsky", "ministry", STATED, False, False),
        ("melnyk", "troops", STATED, False, False),
        ("orlenko", "guard", BRIDGED, False, False),
        ("kovalenko", "brigade", STATED, False, False),
        ("tamm", "brigade", LOOSE, True, False),
        ("drozd", "bn0", BRIDGED, False, True),
        ("drozd2", "bn1", STATED, False, False),
        ("berezin", "bn2", THAT_NIGHT, True, False),
    ):
        w.link("POSTED_TO", person, unit, span, 2, function="commander", post="commander", acting=acting, disputed=disputed)
    w.link("POSTED_TO", "drozd", "bn0", STATED, function="deputy", post="deputy for operations", acting=False)
    w.link("BASED_AT", "bn0", "isolator", STATED, 3)
    w.link("BASED_AT", "bn2", "isolator", LOOSE)
    w.link("BASED_AT", "bn2", "depot", STATED)
    _held(w)
    return w


def _held(w: World) -> None:
    names = ("Hanna Verasen", "Ганна Верасень", "Pavel Sokal", "Mikita Harbuz", "Lidia Moroz", "Anton Reka")
    for number, name in enumerate((*names, "Ivan Klen", "Nadia Lipa", "Roman Dub", "Світлана Яворська", "Petro Sosna")):
        w.node("Person", f"held{number}", name, protected=True, aliases=["Birch"] if number == 0 else [])
        w.link("HELD_AT", f"held{number}", "isolator" if number < 8 else "depot", THAT_NIGHT if number % 2 else BRIDGED)
    night = THAT_NIGHT.as_properties()
    for number, kind in enumerate(("arrest", "beating", "torture", "transfer")):
        w.node("Event", f"event{number}", f"{kind.title()} on 11 August", kind=kind, methods=["baton"], **night)
        w.link("OCCURRED_AT", f"event{number}", "isolator")
        w.link("SUFFERED", f"held{number}", f"event{number}")
    w.link("WITNESSED", "held4", "event1")
    w.link("ALLEGED_IN", "drozd", "event1", role="ordered", recognised_by="voice")


def chain(w: World | None = None, **changes: object) -> Answer:
    """Who commanded the units at the station that night, up to the minister: rows with a path."""
    w = w or republic()
    units = {n.id: n for n in w.nodes.values() if n.label == "Unit"}
    up = {link.begin: link for link in w.links if link.type == "SUBORDINATE_TO" and link.properties["relation"] == "command"}
    rows: list[tuple[object, ...]] = []
    for base in (link for link in w.links if link.type == "BASED_AT"):
        at, nodes = base.begin, [units[base.begin]]
        links: list[RelValue] = []
        while True:
            path = PathValue(tuple(nodes), tuple(links))
            postings: list[RelValue | None] = [p for p in w.links if p.type == "POSTED_TO" and p.end == at]
            for posting in postings or [None]:
                who = next((n for n in w.nodes.values() if posting and n.id == posting.begin), None)
                told = (units[base.begin], len(links), units[at], who, day(2031, 8, 11), _sure(base, posting, *links))
                rows.append((*told, base, posting, path))
            if at not in up:
                break
            links.append(up[at])
            at = up[at].end
            nodes.append(units[at])
    names = ("based", "level", "unit", "commander", "since", "certainty", "base", "posting", "chain")
    kinds: tuple[ColumnType, ...] = ("node", "int", "node", "node", "time", "text", "rel", "rel", "path")
    station = next(n for n in w.nodes.values() if n.label == "Station")
    columns = (*(Column(name, kind) for name, kind in zip(names, kinds, strict=True)), Column("station", "node"))
    return _answer(w, columns, [(*row, station) for row in rows], changes)


def everything(w: World | None = None, **changes: object) -> Answer:
    """All nodes and links, one a row, without a path: drawn by forces."""
    w = w or republic()
    by_id = {node.id: node for node in w.nodes.values()}
    columns = (Column("one", "node"), Column("link", "rel"), Column("other", "node"))
    return _answer(w, columns, [(by_id[link.begin], link, by_id[link.end]) for link in w.links], changes)


def chart(w: World | None = None, **changes: object) -> Answer:
    """All nodes and links with one path among them: drawn top-down."""
    w = w or republic()
    whole = everything(w)
    path = PathValue((w.nodes["brigade"], w.nodes["unknown"]), (w.links[3],))
    columns = (*whole.columns, Column("chain", "path"))
    return _answer(w, columns, [(*row, path if number == 0 else None) for number, row in enumerate(whole.rows)], changes)


def details(w: World | None = None, **changes: object) -> Details:
    """Every claim in full."""
    w = w or republic()
    return Details(claims=w.claims, **changes)  # type: ignore[arg-type]


def _sure(*links: RelValue | None) -> str:
    there = [link.properties for link in links if link]
    if any("certain_from" not in told or told.get("disputed") for told in there):
        return "possible"
    return "assumed" if any(told["bridged"] for told in there) else "certain"


def _answer(w: World, columns: tuple[Column, ...], rows: Iterable[tuple[object, ...]], changes: Mapping[str, object]) -> Answer:
    told: dict[str, object] = {
        "query": "command/commanders_at_station",
        "title": "Who was responsible for this place",
        "question": "Which units were based at this station in the period, and who commanded them, up to the top?",
        "caveat": "Shows who commanded units based here, not who was present; formal authority, not effective control.",
        "element": "command-responsibility/superior-subordinate",
        "query_hash": "7d" * 32,
        "parameters": {"station": w.nodes["isolator"].id, "from": "2031-08-11", "to": "2031-08-12"},
        "columns": columns,
        "rows": tuple(rows),
        "graph_hash": "9a" * 32,
        "sequence": 27,
        "left_out": LeftOut(farther=3),
        "support": w.support,
    }
    return Answer(**(told | dict(changes)))  # type: ignore[arg-type]
