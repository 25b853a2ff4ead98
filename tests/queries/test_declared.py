"""Whatever is wrong in what a header declares is said in one line with its number, and nothing ends in a traceback."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QueryError
from queries import saved
from queries.rows import rows
from tests.queries.by_hand.evidence import ALLEGED, DENIED, EVENT, HELD, LATER, VAGUE
from tests.queries.by_hand.row_example import BOUND, path, text, thing
from tests.queries.declared import BETWEEN, CHAIN, EVIDENCE, GRADE, GROUPS, HEADS, LEVEL, PAIRS, changed, keys
from tests.queries.grade_examples import MONTH

LINE = re.compile(r"x/y\.cypher:(\d+): (.+)")
WRONG_TYPES = ["7", "7.5", "2014-05-01", "[7]", '[["one"]]', "{}", "{ a = 1 }", '""', '" "', "[]", '["nobody", ""]']
EVERY_KEY = [(name, table, key) for name, head in HEADS.items() for table, key in keys(head)]
MAY_BE_EMPTY = {"near", "related"}
NAMES_NOTHING_ELSE = {"related", "earlier", "later", "parts"}
"""Keys whose names need not be anywhere else."""


def faults(head: str) -> list[tuple[int, str]]:
    """Line and reason of each fault; the text of the line may be looked up in the file."""
    with pytest.raises(QueryError) as refused:
        saved.parse(text(head).encode(), "x/y")
    listed = [LINE.fullmatch(line) for line in str(refused.value).split("\n")]
    assert all(listed), str(refused.value)
    return [(int(found[1]), found[2]) for found in listed if found]


def named(head: str, what: str) -> list[str]:
    """The reasons that name the line in which this stands."""
    numbers = [number for number, line in enumerate(text(head).split("\n"), start=1) if what in line]
    assert numbers, what
    return [reason for line, reason in faults(head) if line in numbers]


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_heads_are_right(head: str) -> None:
    assert saved.parse(text(head).encode(), "x/y").declared


@pytest.mark.parametrize("value", WRONG_TYPES)
@pytest.mark.parametrize(("name", "table", "key"), EVERY_KEY)
def test_a_value_of_another_type_is_named_in_its_line(name: str, table: str, key: str, value: str) -> None:
    if value == "[]" and key in MAY_BE_EMPTY:
        return
    wrong = changed(HEADS[name], table, key, f"{key} = {value}")
    assert any(key in reason for reason in named(wrong, f"// {key} = {value}")), faults(wrong)


@pytest.mark.parametrize(("name", "table", "key"), [one for one in EVERY_KEY if one[2] not in NAMES_NOTHING_ELSE])
def test_what_is_nowhere_is_named_in_its_line(name: str, table: str, key: str) -> None:
    for value in ('"nobody"', '["nobody"]', '["-nobody"]', '["event.nobody"]', "true" if key not in ("surest", "cycle") else "1"):
        wrong = changed(HEADS[name], table, key, f"{key} = {value}")
        assert any(key in reason for reason in named(wrong, f"// {key} = {value}")), (value, faults(wrong))


@pytest.mark.parametrize(("name", "table", "key"), EVERY_KEY)
def test_a_key_stands_there_once(name: str, table: str, key: str) -> None:
    twice = changed(HEADS[name], table, key, f'{key} = "a"', f"{key} = 1")
    assert any("no TOML: this key stands twice" in reason for reason in named(twice, f"// {key} = 1")), faults(twice)


@pytest.mark.parametrize(("name", "table"), sorted({(name, table) for name, table, _ in EVERY_KEY if table}))
def test_an_unknown_key_is_named_with_those_that_are_known(name: str, table: str) -> None:
    first = next(key for where, key in keys(HEADS[name]) if where == table)
    wrong = changed(HEADS[name], table, first, "colour = 1")
    assert any("unknown key 'colour'; allowed: " in reason for reason in named(wrong, "// colour = 1"))


LISTS = ["members", "others", "beside", "near", "order", "parts", "before", "between", "over", "each", "first", "evidence"]


@pytest.mark.parametrize(("name", "table", "key"), [one for one in EVERY_KEY if one[2] in LISTS])
def test_a_list_names_nothing_twice(name: str, table: str, key: str) -> None:
    wrong = changed(HEADS[name], table, key, f'{key} = ["one", "one"]')
    assert any(f"{key} names one twice" in reason for reason in named(wrong, f"// {key} = ["))


@pytest.mark.parametrize(
    ("head", "table", "key", "fault"),
    [
        (GRADE, "grade", "members", "grade: members is missing"),
        (GRADE, "grade", "asked", "grade: asked is missing: a day or period parameter"),
        (GROUPS, "grade.first", "parts", "grade: groups and parts belong together"),
        (GROUPS, "grade.first", "groups", "grade: groups and parts belong together"),
        (GROUPS, "grade.second", "before", "grade: members is missing"),
        (LEVEL, "nearest", "of", "nearest: of is missing"),
        (LEVEL, "nearest", "over", "nearest: over is missing"),
        (LEVEL, "nearest", "level", "nearest: either level, or chain and among"),
        (CHAIN, "nearest", "chain", "nearest: either level, or chain and among"),
        (CHAIN, "nearest", "among", "nearest: either level, or chain and among"),
        (PAIRS, "pairs", "side", "pairs: side is missing"),
        (PAIRS, "pairs", "thing", "pairs: thing is missing"),
        (PAIRS, "pairs", "earlier", "pairs: earlier is missing"),
        (PAIRS, "pairs", "later", "pairs: later is missing"),
        (PAIRS, "pairs", "first", "column all: of: there is no column pairs.count"),
        (EVIDENCE, "", "evidence", 'a column claims = "claims" is compulsory'),
    ],
)
def test_a_key_that_is_missing_is_named(head: str, table: str, key: str, fault: str) -> None:
    assert any(reason.startswith(fault) for _, reason in faults(changed(head, table, key))), faults(changed(head, table, key))


@pytest.mark.parametrize(
    ("head", "table", "key", "line", "fault"),
    [
        (GRADE, "grade", "asked", 'asked = "days"', "asked: days is neither a day or period parameter nor a column"),
        (GRADE, "grade", "asked", 'asked = "other"', "asked: other is of type path, and not node or rel or things or part"),
        (GRADE, "grade", "members", 'members = ["one", "derived"]', "members: derived is of type bool"),
        (GRADE, "grade", "members", 'members = ["one", "kind"]', "members: there is no column kind"),
        (GRADE, "grade", "near", 'near = ["named"]', "near: named is no member"),
        (GRADE, "grade", "slack", 'slack = "event"', "slack names a whole number among the parameters"),
        (GRADE, "grade", "every", 'every = "one"', "every: one is of type rel, and not bool"),
        (GRADE, "grade", "doubted", "surest = true", "surest belongs to groups"),
        (GRADE, "grade", "order", 'order = ["-kind"]', "order: kind is of type text, and not int or float or bool"),
        (GRADE, "grade", "order", 'order = ["-since"]', "order: since is of type time"),
        (GRADE, "grade", "order", 'order = ["weakest"]', "order: there is no column weakest"),
        (GRADE, "grade", "others", 'before = ["one", "named"]', "before excludes members and between"),
        (GROUPS, "grade.second", "before", 'before = ["here"]', "before names two columns, the earlier one first"),
        (GROUPS, "grade.second", "before", 'before = ["here", "ways"]', "before: ways is of type groups"),
        (GROUPS, "grade.second", "before", 'groups = "ways"', "groups: ways is graded already"),
        (GROUPS, "grade.first", "groups", 'groups = "here"', "groups: here is of type node, and not groups"),
        (BETWEEN, "grade", "between", 'between = ["ends", "end"]', "between: ends is of type things, and not time"),
        (LEVEL, "nearest", "of", 'of = "level"', "of: level is of type int, and not node"),
        (LEVEL, "nearest", "over", 'over = ["ways"]', "over: ways is of type groups, and not node"),
        (LEVEL, "nearest", "level", 'level = "unit"', "level: unit is of type node, and not int"),
        (LEVEL, "nearest", "each", 'each = ["ways"]', "each: ways is of type groups"),
        (CHAIN, "nearest", "chain", 'chain = "unit"', "chain: unit is of type node, and not path"),
        (CHAIN, "nearest", "among", 'among = "on"', 'among names a parameter of type "ids"'),
        (CHAIN, "nearest", "over", 'over = ["unit", "superior"]', "over names one column where chain is given"),
        (PAIRS, "pairs", "side", 'side = "what"', "side: what is of type node, and not text"),
        (PAIRS, "pairs", "thing", 'thing = "ways"', "thing: ways is of type groups, and not node"),
        (PAIRS, "pairs", "earlier", 'earlier = "pairs"', "no side is called 'pairs'"),
        (PAIRS, "pairs", "later", 'later = "an event"', "no side is called 'an event'"),
        (PAIRS, "pairs", "later", 'later = "notice"', "earlier and later are two sides"),
        (PAIRS, "pairs", "first", 'first = ["pairs.count"]', "first: there is no column pairs.count"),
        (PAIRS, "pairs", "first", 'first = ["event.ways"]', "first: event.ways is of type groups"),
        (EVIDENCE, "", "evidence", 'evidence = ["kind"]', "evidence: there is no column kind"),
        (EVIDENCE, "", "related", 'asks = "no such query"', "asks is the name of a query"),
        (EVIDENCE, "", "related", 'asks = "x/y"', "a query that asks another's text has none of its own"),
        (EVIDENCE, "", "related", "grade = 3", "grade is a table"),
        (EVIDENCE, "", "related", "nearest = []", "nearest is a table"),
        (EVIDENCE, "", "related", 'pairs = "both"', "pairs is a table"),
        (EVIDENCE, "", "related", 'pairs = { side = "one" }', "pairs: each side is graded by itself: [grade] is missing"),
        (EVIDENCE, "", "related", 'nearest = { of = "one" }', "nearest: only graded rows are compared: [grade] is missing"),
        (EVIDENCE, "", "related", 'grade.members = ["one"]', "evidence: it belongs to a query without [grade]"),
        (EVIDENCE, "", "related", "grade.members = []", "grade: members names nothing"),
        (EVIDENCE, "", "related", "[[pairs]]", "pairs is a table"),
    ],
)
def test_what_names_something_of_another_kind_is_named(head: str, table: str, key: str, line: str, fault: str) -> None:
    wrong = changed(head, table, key, line)
    where = "evidence =" if fault.startswith("evidence: it") else line
    assert any(fault in reason for reason in named(wrong, where)), faults(wrong)


@pytest.mark.parametrize(
    ("head", "key", "line", "fault"),
    [
        (GRADE, "one", "one = 7", "a type is one of node"),
        (GRADE, "one", 'one = ["rel"]', "a type is one of node"),
        (GRADE, "one", "one = {}", "a type is one of node"),
        (GRADE, "one", 'one = { type = "vertex" }', "a type is one of node"),
        (GRADE, "one", 'one = { type = "rel", colour = 1 }', "unknown key 'colour'; allowed: anywhere, apart, by, count"),
        (GRADE, "one", 'one = { type = "rel", is = 7 }', "is is a text"),
        (GRADE, "one", 'one = { type = "rel", is = "" }', "is is a text"),
        (GRADE, "one", 'one = { type = "rel", hidden = "yes" }', "hidden is true or false"),
        (GRADE, "one", 'one = { type = "rel", by = ["event"] }', "by belongs to a count"),
        (GRADE, "one", 'one = { type = "rel", reads = ["Houses"] }', "reads names labels and link types; Houses is none"),
        (GRADE, "one", 'one = { type = "rel", grade = "assumed" }', "grade belongs to a count"),
        (GRADE, "one", 'one = { type = "rel", open = "event" }', "open belongs to a count"),
        (GRADE, "one", 'one = { type = "rel", anywhere = true }', "anywhere belongs to a count"),
        (GRADE, "count", "count = { type = 'int', count = 'event', open = 'event' }", "open: event is of type node"),
        (GRADE, "count", "count = { type = 'int', count = 'event', open = 'nobody' }", "open: there is no column nobody"),
        (GRADE, "certainty", 'certainty = "text"', "certainty comes with [grade]: leave it out"),
        (GRADE, "kind", "kind = { type = 'text', of = 7 }", "of is one name"),
        (GRADE, "kind", "kind = { type = 'text', of = 'event' }", "of names a part of a group, or a column of a side"),
        (GRADE, "kind", "kind = { type = 'text', of = 'event.' }", "no kind of node or link has a property "),
        (GRADE, "kind", "kind = { type = 'text', of = 'event.colour' }", "no kind of node or link has a property colour"),
        (GRADE, "kind", "kind = { type = 'text', of = 'event.kind.kind' }", "no kind of node or link has a property kind.kind"),
        (GRADE, "kind", "kind = { type = 'int', of = 'event.kind' }", "event.kind is of type text"),
        (GRADE, "kind", "kind = { type = 'text', of = 'spoken.kind' }", "of: a texts has no parts"),
        (GRADE, "kind", "kind = { type = 'text', of = 'nobody.kind' }", "of: there is no column nobody"),
        (GRADE, "kind", "kind = { type = 'text', of = 'count.kind' }", "of: count stands after it: put it before"),
        (GRADE, "kind", "kind = { type = 'text', of = 'event.kind', count = 'event' }", "of and count exclude each other"),
        (GRADE, "kind", "kind = { type = 'groups', of = 'event.kind' }", "only a query returns groups"),
        (GRADE, "count", "count = { type = 'text', count = 'event' }", "count makes an int"),
        (GRADE, "count", "count = { type = 'int', count = 'nobody' }", "count: there is no column nobody"),
        (GRADE, "count", "count = { type = 'int', count = 'least' }", "count: least stands after it: put it before"),
        (GRADE, "count", "count = { type = 'int', count = 'event.kind' }", "count: event has no parts to be counted"),
        (GRADE, "count", "count = { type = 'int', count = 'event', by = 'one' }", "by is a list of names"),
        (GRADE, "count", "count = { type = 'int', count = 'event', by = ['nobody'] }", "by: there is no column nobody"),
        (GRADE, "count", "count = { type = 'int', count = 'event', grade = 'sure' }", "a grade is one of certain"),
        (GRADE, "least", "least = { type = 'int', least_days = ['event'] }", "counted from one column to another"),
        (GRADE, "least", "least = { type = 'int', least_days = ['event', 'kind'] }", "kind is of type text, and not node or rel"),
        (GRADE, "most", "most = { type = 'time', most_days = ['event', 'one'] }", "most_days makes an int"),
        (GRADE, "most", "most = { type = 'int', most_days = ['event', 'nobody'] }", "most_days: there is no column nobody"),
        (GROUPS, "one", "one = { type = 'rel', of = 'ways.' }", "of: ways has no part "),
        (GROUPS, "one", "one = { type = 'rel', of = 'ways.nobody' }", "of: ways has no part nobody; it has one, event"),
        (GROUPS, "kind", "kind = { type = 'text', of = 'ways.event.colour' }", "no kind of node or link has a property colour"),
        (GROUPS, "count", "count = { type = 'int', count = 'ways' }", "count: ways is of type groups"),
        (GROUPS, "count", "count = { type = 'int', count = 'ways.nobody' }", "count: ways has no part nobody"),
        (GROUPS, "count", "count = { type = 'int', count = 'ways.event.kind' }", "a part is counted, and no property of it"),
        (PAIRS, "later", "later = 'node'", "of pairs a column is shown that is taken from a side"),
        (PAIRS, "later", "later = { type = 'node', of = 'what.kind' }", "of: there is no column what"),
        (PAIRS, "later", "later = { type = 'node', of = 'event.nobody' }", "of: there is no column event"),
        (PAIRS, "later", "later = { type = 'node', of = 'event.ways' }", "of: event.ways has no part without a name"),
        (PAIRS, "later", "later = { type = 'text', of = 'event.what' }", "event.what is of type node"),
        (PAIRS, "all", "all = { type = 'int', count = 'what' }", "count: there is no column what"),
    ],
)
def test_a_column_that_is_wrong_is_named_in_its_line(head: str, key: str, line: str, fault: str) -> None:
    wrong = changed(head, "columns", key, line) if f"\n{key} " in head else f"{head.rstrip()}\n{line}"
    reasons = named(wrong, f"// {line}")
    assert any(reason.startswith(f"column {key}: ") and fault in reason for reason in reasons), faults(wrong)


def test_columns_are_needed_and_may_be_made_only_where_rows_are_held() -> None:
    assert named("[columns]", "[columns]")[0].startswith("columns is missing: what the query returns")
    assert any("columns is missing" in reason for _, reason in faults("related = []"))
    bare = '[columns]\nclaims = "claims"\nunit = { type = "node", hidden = true }'
    assert named(bare, "unit =") == ["column unit: made or hidden only with [grade] or evidence"]
    assert saved.parse(text(bare.replace(", hidden = true", "")).encode(), "x/y").columns
    assert any("'Unit' in columns" in reason for reason in named('[columns]\nclaims = "claims"\nUnit = "node"', "Unit ="))


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000, "{a=" * 500])
def test_what_is_too_long_or_too_deep_is_no_toml(value: str) -> None:
    assert all(reason.startswith("no TOML") for _, reason in faults(f"colour = {value}") if "TOML" in reason)


NAMES = ["one", "other", "event", "ways", "what", "side", "kind", "count", "on", "days", "units", "period", "always", "since"]
NAMES += ["event.what", "event.kind", "ways.one", "ways.event.kind", "notice.ways.tie", "pairs.count", "-count", "groups", "int"]
literals = st.sampled_from([f'"{name}"' for name in NAMES] + WRONG_TYPES + ["true"])
literals |= st.lists(st.sampled_from(NAMES), max_size=3).map(lambda names: f"[{', '.join(repr(name) for name in names)}]")
columns = st.dictionaries(st.sampled_from(["type", "of", "count", "by", "grade", "hidden", "least_days", "most_days"]), literals)
bodies = columns.map(lambda body: "{ " + ", ".join(f"{key} = {value}" for key, value in body.items()) + " }") | literals


@settings(max_examples=300)
@given(st.data())
def test_a_header_is_refused_or_its_rows_are_made(data: st.DataObject) -> None:
    head = data.draw(st.sampled_from(list(HEADS.values())))
    for _ in range(data.draw(st.integers(0, 2))):
        table, key = data.draw(st.sampled_from(keys(head)))
        other = data.draw(st.sampled_from([key, key, "level", "chain", "before", "groups", "near", "asked", "first", "each"]))
        if data.draw(st.booleans()):
            head = changed(head, table, key, f"{other} = {data.draw(literals)}") if keys(head)[1:] else head
        else:
            name = data.draw(st.sampled_from(["one", "kind", "count", "least", "later", "ways", "event"]))
            head = changed(head, "columns", name, f"{name} = {data.draw(bodies)}")
    try:
        query = saved.parse(text(head).encode(), "x/y")
    except QueryError as refused:
        assert all(LINE.fullmatch(line) for line in str(refused).split("\n"))
        return
    found = data.draw(st.lists(rows_of(query, nulls=data.draw(st.booleans())), max_size=4))
    bound = {**BOUND, "days": 1, "units": ["alpha"], "on_from": MONTH[0], "on_to": MONTH[1]}
    try:
        assert len(rows(query, found, bound)) >= 0
    except QueryError as refused:
        assert "\n" not in str(refused)


things = st.sampled_from([HELD, VAGUE, LATER, DENIED, ALLEGED])
nodes = st.sampled_from([thing("alpha", "Unit"), thing("unknown", "Unit", kind="unknown"), EVENT])
paths = st.lists(st.sampled_from([HELD, VAGUE, LATER]), max_size=2).map(lambda links: path(*links, nodes=[EVENT]))
parts = st.none() | things | nodes | paths | st.sampled_from(["a", 1])
VALUES = {
    "node": nodes,
    "rel": things,
    "path": paths,
    "things": st.lists(things, max_size=2),
    "text": st.sampled_from(["event", "notice", "a"]),
    "texts": st.lists(st.sampled_from(["a", "b"]), max_size=2),
    "claims": st.just(["c"]),
    "int": st.integers(0, 3),
    "float": st.floats(0, 3),
    "bool": st.booleans(),
    "day": st.just(MONTH[0].date()),
    "time": st.sampled_from(MONTH),
}


def rows_of(query: saved.SavedQuery, *, nulls: bool) -> st.SearchStrategy[tuple[object, ...]]:
    """Rows of the types that the header promises, and sometimes nothing."""
    groups = {grading.groups: len(grading.parts) for grading in query.gradings if grading.groups}
    made = []
    for column in query.returned:
        length = groups.get(column.name, 1)
        combinations = st.lists(st.tuples(*[parts] * length).map(list), max_size=3)
        of_type = combinations if column.type == "groups" else VALUES[column.type]
        made.append(of_type | st.none() if nulls and column.type != "claims" else of_type)
    return st.tuples(*made)


ASKS = f'// /// query\n// {chr(10).join(text(EVIDENCE).split(chr(10))[1:5])[3:]}\n// asks = "x/asked"\n'
"""Opened as every head is, with the texts that each has."""


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (None, "asks: there is no query x/asked in this folder"),
        ("MATCH (n:Unit) WHERE n.id = $unit RETURN n ORDER BY n.id", "asks x/asked: $unit is not declared"),
        ("MATCH (n:Unit) DELETE n", "asks x/asked: DELETE is not allowed"),
        ("// ///", "asks x/asked: a query begins with MATCH"),
    ],
)
def test_what_is_wrong_in_the_text_of_another_is_named_where_it_is_asked(asked: str | None, fault: str) -> None:
    def other(name: str) -> bytes:
        if asked is None:
            raise FileNotFoundError(name)
        return asked.encode()

    file = f'{ASKS}// evidence = ["one"]\n// [columns]\n// one = "rel"\n// ///\n'
    with pytest.raises(QueryError) as refused:
        saved.parse(file.encode(), "x/y", other=other)
    line = next(number for number, line in enumerate(file.split("\n"), start=1) if "asks" in line)
    assert any(told.startswith(f"x/y.cypher:{line}: {fault}") for told in str(refused.value).split("\n")), str(refused.value)
