from __future__ import annotations

import ast
import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest

import viz.page
from graph.answer import Column, LeftOut, NodeValue
from graph.errors import CaseError, IntegrityError
from tests.viz.answers import NOBODY
from tests.viz.page import sample
from viz.page import Details, vendored, write
from viz.release import Released, release


def internal(**changes: object) -> Released:
    return release(sample.chart(**changes), "internal", None, key=sample.KEY, protected=NOBODY)  # type: ignore[arg-type]


def written(path: Path, **changes: object) -> bytes:
    return write(internal(**changes), sample.details(), path).read_bytes()


def test_made_twice_it_is_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "a.html") == written(tmp_path / "b.html")


def test_only_the_owner_may_read_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = write(internal(), sample.details(), tmp_path / "new" / "page.html")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_nothing_is_left_where_it_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(CaseError):
        write(internal(rows=_many(3001)), sample.details(), tmp_path / "page.html")
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_page_is_replaced_only_if_asked(tmp_path: Path) -> None:
    path = write(internal(), sample.details(), tmp_path / "page.html")
    with pytest.raises(CaseError, match="exists"):
        write(internal(), sample.details(), path)
    assert write(internal(title="Another"), sample.details(), path, replace=True).read_bytes().count(b"Another") >= 2


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_not_ours_is_never_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "page.html"
    if kind == "file":
        path.write_text("<html>my own notes</html>")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CaseError, match="target"):
        write(internal(), sample.details(), path, replace=True)


def test_too_much_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"3,001 nodes.*--certainty.*--within"):
        write(internal(columns=(Column("who", "node"),), rows=_many(3001)), Details(), tmp_path / "page.html")


def test_an_answer_without_rows_is_a_page_too(tmp_path: Path) -> None:
    assert b"0 rows, 0 nodes, 0 links" in written(tmp_path / "page.html", rows=())


def test_why_there_are_no_rows_is_said_under_a_heading_of_its_own(tmp_path: Path) -> None:
    text = written(tmp_path / "page.html", rows=(), left_out=LeftOut(because="it has no station")).decode()
    assert "<dt>no rows</dt><dd>it has no station</dd>" in text


def test_half_a_character_stops_nobody(tmp_path: Path) -> None:
    rows = ((NodeValue("p-1", "Person", {"id": "p-1", "name": "half \ud800 of one"}),),)
    assert b"half \\ud800 of one" in written(tmp_path / "page.html", columns=(Column("who", "node"),), rows=rows)


@pytest.mark.parametrize("profile", ["prosecutor", "public"])
def test_details_are_for_the_house_alone(tmp_path: Path, profile: str) -> None:
    released = release(sample.chart(), profile, "GBA", key=sample.KEY, protected=NOBODY)
    details = sample.details(title="About Hanna Verasen", names={node.id: "Hanna Verasen" for node in released.nodes})
    # Even a desk that errs and hands over claims under the new ids lets nothing out.
    claim = next(iter(details.claims.values()))
    mistaken = {id_: claim for node in released.nodes for id_ in released.rests_on(node.id).claims}
    assert mistaken
    content = write(released, replace(details, claims=mistaken), tmp_path / "page.html").read_bytes().decode()
    for secret in ("Verasen", "Верасень", sample.QUOTE, sample.LOCATOR, sample.FILE_HASH, "Medium", "Interview", sample.DENIER):
        assert secret not in content
    assert "Сергій Коваленко" in content
    assert "do not hand on" not in content


def test_control_inside_the_house_all_of_it_is_there(tmp_path: Path) -> None:
    content = written(tmp_path / "page.html").decode()
    for told in (
        "Hanna Verasen",
        "Ганна Верасень",
        sample.QUOTE,
        sample.LOCATOR,
        sample.FILE_HASH,
        "Medium",
        "Interview 14",
        sample.DENIER,
    ):
        assert told in content


def test_it_names_no_address_and_lets_none_in(tmp_path: Path) -> None:
    content = written(tmp_path / "page.html").decode()
    ours = content.replace(vendored.vis_network(), "")
    assert set(re.findall(r"https?://[^\s\"'<]+", ours)) == {"http://www.w3.org/2000/svg"}
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', content)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy[1]


def test_the_time_of_making_is_told_only_if_given(tmp_path: Path) -> None:
    assert b"<dt>made</dt>" not in written(tmp_path / "a.html")
    dated = write(internal(), sample.details(made=sample.day(2031, 9, 1)), tmp_path / "b.html")
    assert b"<dd>1 September 2031</dd>" in dated.read_bytes()


def test_another_vis_network_is_not_used(tmp_path: Path) -> None:
    script = tmp_path / "vis-network.min.js"
    script.write_text("alert(1)")
    with pytest.raises(IntegrityError, match="pyvis"):
        vendored.vis_network(script)


def test_of_pyvis_only_the_builder_is_called() -> None:
    """Its writers, headings and menus run what data say and call strangers."""
    called: set[str] = set()
    for source in Path(viz.page.__file__).parent.glob("*.py"):
        tree = ast.parse(source.read_text("utf-8"))
        called |= {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "network"
        }
        assert "heading" not in source.read_text("utf-8") or source.name == "tables.py"
    assert called == {"add_node", "add_edge", "nodes", "edges"}


def _many(count: int) -> tuple[tuple[NodeValue, ...], ...]:
    return tuple((NodeValue(f"p-{n}", "Person", {"id": f"p-{n}", "name": f"{n}", "protected": False}),) for n in range(count))


def test_a_heading_says_what_its_column_means(tmp_path: Path) -> None:
    first, *rest = sample.chart().columns
    meant = (replace(first, means="how many links above"), *rest)
    assert b'title="how many links above"' in written(tmp_path / "page.html", columns=meant)
