"""The republic as ordinary mappings load it: complete, joined by declared keys alone, nothing lost without a reason."""

from __future__ import annotations

from collections import Counter

from graph import schema
from graph.decided.decision import DECLARED_KEY
from graph.decided.entry import Kind
from loaders.demo import story
from tests.loaders.demo.whole_case import Loaded

REJECTS = {
    ("structure.xlsx", "Подчинение", "a word the mapping does not know: add it to the mapping's values"),
    ("stays.jsonl", "station_code", "a list or an object where other records have a plain value"),
    ("incidents.csv", "kind", "a word the mapping does not know: add it to the mapping's values"),
    ("acts.csv", None, "4 cells where the header has 20"),
}
ELSEWHERE = {"Element", "BEARS_ON"}
"""They come from what a person decides, not from files."""


def test_each_file_is_recognised_by_its_header(loaded: Loaded) -> None:
    read_as = [(load.file.split(".")[0], load.mapping.name.removeprefix("demo-")) for load in loaded.loads]
    assert all(mapping == file or file.startswith(mapping) for file, mapping in read_as), read_as


def test_all_labels_and_link_types_occur(loaded: Loaded) -> None:
    labels = {node.label for node in loaded.graph.nodes}
    types = {link.type for link in loaded.graph.links}
    assert set(schema.NODE) - labels == ELSEWHERE & set(schema.NODE)
    assert set(schema.LINK) - types == ELSEWHERE & set(schema.LINK)


def test_consent_custody_and_grades_are_entered(loaded: Loaded) -> None:
    kinds = Counter(kind for load in loaded.loads for kind, _ in load.entries)
    assert set(kinds) == {Kind.CONSENT, Kind.CUSTODY, Kind.GRADE}
    withdrawn = {body["mention"] for load in loaded.loads for kind, body in load.entries if "withdrawn" in body}
    assert {loaded.keys[loaded.state.identity.root(mention)] for mention in withdrawn} == {"C-013", "C-032"}


def test_the_size_of_the_republic(loaded: Loaded) -> None:
    nodes = Counter(node.label for node in loaded.graph.nodes)
    keys = loaded.state.keys()
    known = Counter((label, space) for label, space, _ in keys)
    assert nodes["Unit"] == 62
    assert nodes["Area"] == 6
    assert known["Station", "demo/station"] == 25
    assert known["Person", "demo/casefile"] == nodes["Casefile"] == 50
    assert 290 <= known["Person", "demo/badge"] <= 300  # a few rows of the roster have lost their number


def test_a_handful_is_refused_and_each_for_the_reason_it_was_written_for(loaded: Loaded) -> None:
    refused = [(reject.file, reject.column, reject.reason) for load in loaded.loads for reject in load.rejects]
    assert len(refused) == len(REJECTS)
    assert set(refused) == REJECTS


def test_what_is_odd_is_told_and_no_more(loaded: Loaded) -> None:
    odd = {(load.file, issue.what) for load in loaded.loads for issue in load.issues}
    assert {file for file, _ in odd} <= {"roster.xlsx", "incidents.csv"}
    assert any(file == "roster.xlsx" and what.startswith("no date: no such day (") for file, what in odd)
    assert not any(load.unread for load in loaded.loads)


def test_joins_are_by_declared_keys_alone_and_no_key_joins_two(loaded: Loaded) -> None:
    assert {decision.rule for decision, _ in loaded.state.identity.live()} == {DECLARED_KEY}
    assert not any(load.left_out for load in loaded.loads)
    keys: dict[str, set[tuple[str | None, str | None]]] = {}
    for mention in loaded.state.mentions.values():
        keys.setdefault(loaded.state.identity.root(mention.id), set()).add((mention.space, mention.key))
    assert all(len(found) == 1 for found in keys.values())


def test_namesakes_stay_apart(loaded: Loaded) -> None:
    names = Counter(node.properties["name"] for node in loaded.graph.nodes if node.id in loaded.keys and node.label == "Person")
    assert len([name for name, count in names.items() if count > 1]) >= 3


def test_press_and_masked_men_are_joined_to_nobody(loaded: Loaded) -> None:
    free = [m for m in loaded.state.mentions.values() if m.what == "Person" and m.space in (None, "demo/described")]
    assert len(free) > 100
    assert all(len(loaded.state.identity.components().get(loaded.state.identity.root(m.id), {m.id})) == 1 for m in free)
    described = [n for n in loaded.graph.nodes if n.properties.get("identified") == "described"]
    assert len(described) == len(loaded.truth.masks)
    assert all(n.properties["description"] for n in described)


def test_every_exhibit_is_held(loaded: Loaded) -> None:
    held = [n for n in loaded.graph.nodes if n.label == "Source" and n.properties.get("held") and "sha256" in n.properties]
    files = {load.reading.sha256 for load in loaded.loads}
    kept = {str(n.properties["sha256"]) for n in held}
    attached = {sha256 for load in loaded.loads for sha256 in load.attachments}
    assert files | attached == kept
    assert len(list((loaded.files / "exhibits").iterdir())) == len([n for n in held if n.properties["sha256"] in attached])


def test_a_quote_stands_in_the_exhibit_that_is_cited(loaded: Loaded) -> None:
    texts = {path.name[:5]: path.read_text("utf-8") for path in (loaded.files / "exhibits").glob("*-interview.txt")}
    quoted = 0
    for held in loaded.state.claims:
        cited = loaded.state.mentions[held.claim.cites]
        if held.claim.quote and cited.space == "demo/exhibit" and cited.key and cited.key.endswith("-1"):
            assert held.claim.quote in texts[f"C-{cited.key[2:5]}"]
            quoted += 1
    assert quoted > 500


def test_complainants_are_protected_and_commanders_are_not(loaded: Loaded) -> None:
    for casefile in (story.VICTIM, "C-050"):
        assert loaded.nodes[loaded.id("Person", "casefile", casefile)].properties["protected"] is True
    assert loaded.nodes[loaded.id("Person", "badge", story.MINISTER)].properties["protected"] is False


def test_names_stand_in_both_scripts(loaded: Loaded) -> None:
    victim = loaded.nodes[loaded.id("Person", "casefile", story.VICTIM)].properties
    aliases = victim["aliases"]
    assert isinstance(aliases, list)
    names = {str(victim["name"]), *map(str, aliases)}
    assert story.VICTIM_NAME in names
    assert any(name.isascii() for name in names) and any(not name.isascii() for name in names)
    assert names <= set(loaded.truth.spellings[story.VICTIM])


def test_a_reprint_and_a_translation_go_back_to_one_article(loaded: Loaded) -> None:
    derived = {link.begin: link.end for link in loaded.links("DERIVED_FROM")}
    first = loaded.id("Source", "article", "https://velidar-vestnik.example/2024/0921-goncharka")

    def root(source: str) -> str:
        return root(derived[source]) if source in derived else source

    assert len([source for source in derived if root(source) == first]) == 4
