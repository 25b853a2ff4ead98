"""People of the demo are erased, one after another: nothing of them is left in any file, packed or not, and the rest stays."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.erasure.gone import mentions_of
from graph.kept.case import Case
from tests.cli.program import inside
from tests.demo.made import Made
from tests.docs.republic import copied

PEOPLE = 4


@pytest.fixture(scope="module")
def case(demo: Made) -> Iterator[Path]:
    with copied(demo.folder / "case") as copy:
        yield copy


def written(case: Path) -> dict[str, tuple[set[str], set[str]]]:
    """Victims who stand in many rows: by id, everything they are called, and every id of theirs."""
    with Case(case) as held:
        state = held.state
        held_at = {state.identity.root(m.begin or "") for m in state.mentions.values() if m.what == "HELD_AT"}
        many = sorted(held_at, key=lambda root: (-len(state.identity.components().get(root, ())), root))
        people: dict[str, tuple[set[str], set[str]]] = {}
        for root in many:
            own = mentions_of(held.journal, state, root)
            claims = [claim for _, _, claim in held.journal.claims_about(sorted(own)) if claim.property in ("name", "aliases")]
            names = {str(claim.value) for claim in claims}
            everybody = [one for one in state.claims if one.claim.property == "name" and str(one.claim.value) in names]
            if all(one.claim.about in own for one in everybody):  # nobody else has one of these names
                people[root] = names, own
        return dict(list(people.items())[:PEOPLE])


def holding(case: Path, words: set[str]) -> list[str]:
    """Files that hold one of these, in three encodings, and in what is packed in them."""
    forms = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for path in (path for path in case.rglob("*") if path.is_file()):
        contents = [path.read_bytes(), path.relative_to(case).as_posix().encode()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                contents += [archive.read(member) for member in archive.infolist()]
        if any(form in content for form in forms for content in contents):
            found.append(path.relative_to(case).as_posix())
    return found


def test_nothing_of_them_is_left_and_all_the_rest_is(case: Path, tmp_path: Path) -> None:
    assert inside("seal", "--out", tmp_path / "seal.json", case=case).code == 0
    people = written(case)
    assert len(people) == PEOPLE and all(len(ids) > 3 for _, ids in people.values())
    for root, (names, ids) in people.items():
        before = {id_ for id_ in people if id_ != root}
        assert "journal.db" in holding(case, names)
        ran = inside("erase", root, "--reason", "consent withdrawn", "--yes", case=case)
        assert (ran.code, ran.err) == (0, ""), ran
        assert holding(case, names | ids) == []
        assert "none names them" in ran.out, ran.out
        with Case(case) as held:
            assert held.journal.verify() == held.journal.head[0]
            gone = before - held.state.mentions.keys()
        assert gone <= people.keys() - {root}
    done = inside("verify", "--against", tmp_path / "seal.json", case=case)
    assert (done.code, done.err) == (0, ""), done
    assert inside("resolve", "--all", case=case).code == 0
    assert inside("verify", case=case).code == 0
