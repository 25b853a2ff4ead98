"""The case folder: made whole or not at all, found, and refused where it is damaged."""

from __future__ import annotations

import stat
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.engine.setting import open_engine
from graph.errors import CaseError
from graph.kept.address import SCHEMES
from graph.kept.case import Case
from graph.kept.originals import Originals
from graph.kept.settings import KNOWN, Settings, text
from tests.graph.small_case import new_case

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")
GOOD = 'title = "Invented"\ntime_zone = "Africa/Lagos"\n'


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LINKAGE_CASE", "LINKAGE_USER"):
        monkeypatch.delenv(name, raising=False)


def test_a_new_case_holds_what_it_needs(tmp_path: Path) -> None:
    with Case.create(tmp_path / "a" / "case", title="Invented", zone="Africa/Lagos", languages=("en", "fr")) as case:
        assert case.settings == Settings("Invented", "Africa/Lagos", ("en", "fr"))
        assert case.journal.verify() == 0
        assert len(case.pseudonym_key) == 32
    found = {path.name for path in (tmp_path / "a" / "case").iterdir()}
    assert found == {".gitignore", "case.toml", "exports", "journal.db", "keys", "originals", "queries", "rejects"}
    assert (tmp_path / "a" / "case" / ".gitignore").read_text("utf-8") == "*\n"


@posix
def test_keys_are_for_the_owner_alone(tmp_path: Path) -> None:
    with new_case(tmp_path / "case") as case:
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (case.folder / "keys").iterdir()}
        assert modes == {"pseudonym": 0o600}
        assert stat.S_IMODE((case.folder / "keys").stat().st_mode) == 0o700
        assert stat.S_IMODE(case.folder.stat().st_mode) == 0o700


def test_two_cases_have_two_keys(tmp_path: Path) -> None:
    with new_case(tmp_path / "one") as one, new_case(tmp_path / "two") as two:
        assert one.pseudonym_key != two.pseudonym_key


@pytest.mark.parametrize("content", ["", "00", "ab" * 31, "ab" * 33, "zz" * 32, None])
def test_a_damaged_key_is_refused(tmp_path: Path, content: str | None) -> None:
    """A key cut short would work, and give everybody another pseudonym."""
    with new_case(tmp_path / "case") as case:
        key = case.folder / "keys" / "pseudonym"
        key.unlink() if content is None else key.write_text(content, "ascii")
        with pytest.raises(CaseError, match="restore it from a backup"):
            _ = case.pseudonym_key


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    for folder in (tmp_path, tmp_path / "notes.txt"):
        with pytest.raises(CaseError, match="is not empty"):
            new_case(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("title", "zone"), [("x", "Mars/Olympus"), ("x", ""), ("x", "../x"), (" ", "Africa/Lagos"), ("two\nlines", "Africa/Lagos")]
)
def test_an_impossible_case_leaves_no_folder(tmp_path: Path, title: str, zone: str) -> None:
    with pytest.raises(CaseError):
        Case.create(tmp_path / "case", title=title, zone=zone)
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize("title", ["O'Neill's case", 'The "Falcon"', "back\\slash", "дело №7 🦅", "پرونده\u200cهای اوین"])
def test_any_title_is_written_and_read(tmp_path: Path, title: str) -> None:
    with Case.create(tmp_path / "case", title=title, zone="Africa/Lagos", languages=("x'y",)) as case:
        assert (case.settings.title, case.settings.languages) == (title, ("x'y",))


PRINTED = st.text(st.characters().filter(str.isprintable))


@given(PRINTED, st.lists(PRINTED))
def test_settings_are_toml_whatever_they_say(title: str, languages: list[str]) -> None:
    told = tomllib.loads(text(title, "Africa/Lagos", tuple(languages), "embedded"))
    assert (told["title"], told["languages"], told["graph"]) == (title, languages, "embedded")


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("title = ", "cannot be read"),
        ('title = "x"\n', "time_zone is required"),
        ('time_zone = "Africa/Lagos"\n', "title is required"),
        (GOOD.replace("Invented", ""), "title is required"),
        (GOOD.replace("Lagos", "Nowhere"), "no time zone 'Africa/Nowhere'"),
        (GOOD.replace('"Africa/Lagos"', "1"), "time_zone is required"),
        (GOOD + 'colour = "red"\n', "unknown setting 'colour'"),
        (GOOD + 'password = "x"\n', "unknown setting 'password'"),
        (GOOD + 'graph = "http://host"\n', "graph is"),
        (GOOD + "graph = 7\n", "graph is"),
        (GOOD + 'graph = "bolt://"\n', "graph is"),
        (GOOD + 'graph = "bolt://[::1"\n', "graph is"),
        (GOOD + 'graph = "bolt://me:secret@host"\n', "carries credentials"),
        (GOOD + 'languages = "fr"\n', "languages is a list"),
        (GOOD + "languages = [1]\n", "languages is a list"),
        (GOOD + "who = 1\n", "who is a name"),
        (GOOD + "[recipients.GBA]\n", "unknown setting 'recipients'"),
        (GOOD + "profiles = []\n", "unknown setting 'profiles'"),
    ],
)
def test_faults_of_the_settings_are_named(tmp_path: Path, settings: str, reason: str) -> None:
    (tmp_path / "case.toml").write_text(settings, "utf-8")
    with pytest.raises(CaseError, match=reason) as refused:
        Settings.read(tmp_path)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("graph", ["embedded", "bolt://h:7687", "neo4j://h", "bolt+s://h", "neo4j+s://h"])
def test_the_graph_may_be_embedded_or_a_server(tmp_path: Path, graph: str) -> None:
    (tmp_path / "case.toml").write_text(f'{GOOD}graph = "{graph}"\n', "utf-8")
    assert Settings.read(tmp_path).graph == graph


def test_settings_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_bytes(b'title = "\xff"')
    with pytest.raises(CaseError, match="cannot be read"):
        Settings.read(tmp_path)


@pytest.mark.parametrize("missing", ["case.toml", "journal.db"])
def test_a_folder_without_its_parts_is_no_case(tmp_path: Path, missing: str) -> None:
    new_case(tmp_path / "case").close()
    (tmp_path / "case" / missing).unlink()
    with pytest.raises(CaseError, match=missing):
        Case(tmp_path / "case")


def test_a_file_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x", "utf-8")
    for path in (tmp_path / "x", tmp_path / "nowhere"):
        with pytest.raises(CaseError):
            Case.find(str(path))


def test_a_case_is_found_by_name_then_environment_then_from_here_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two", "three"):
        new_case(tmp_path / name).close()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CaseError, match="no case here"):
        Case.find()
    monkeypatch.chdir(tmp_path / "three" / "rejects")
    assert found(None) == "three"
    monkeypatch.setenv("LINKAGE_CASE", str(tmp_path / "two"))
    assert found(None) == "two"
    assert found(str(tmp_path / "one")) == "one"


def found(given_: str | None) -> str:
    with Case.find(given_) as case:
        return case.folder.name


def test_who_is_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def account() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", account)
    new_case(tmp_path / "case").close()
    with Case(tmp_path / "case") as case:
        assert case.who == "unknown"
    settings = tmp_path / "case" / "case.toml"
    settings.write_text(settings.read_text("utf-8") + 'who = "R. Analyst"\n', "utf-8")
    with Case(tmp_path / "case") as case:
        assert case.who == "R. Analyst"
        monkeypatch.setenv("LINKAGE_USER", "O. Zent")
        assert case.who == "O. Zent"


def test_a_writer_sweeps_what_a_dead_one_left(tmp_path: Path) -> None:
    with new_case(tmp_path / "case") as case:
        left = case.folder / "originals" / "ab" / ".linkage-0123456789abcdef"
        left.parent.mkdir()
        left.write_bytes(b"half")
        with case.writing():
            assert not left.exists()


def test_reading_needs_no_lock(tmp_path: Path) -> None:
    with new_case(tmp_path / "case") as case, case.writing(), Case(case.folder) as other:
        assert other.journal.verify() == 0
        kept: Any = Originals(other.folder / "originals")
        assert not list(kept.all())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_the_settings_take_for_an_address_can_be_opened(tmp_path: Path, scheme: str) -> None:
    (tmp_path / "case.toml").write_text(f'{GOOD}graph = "{scheme}://host:7687"\n', "utf-8")
    open_engine(Settings.read(tmp_path).graph, tmp_path).close()


@pytest.mark.parametrize("setting", sorted(KNOWN))
def test_every_setting_is_read_by_somebody(setting: str) -> None:
    rooms = [path for room in ("graph", "loaders", "queries", "viz") for path in Path(room).rglob("*.py")]
    assert any(f"settings.{setting}" in path.read_text("utf-8") for path in rooms)
