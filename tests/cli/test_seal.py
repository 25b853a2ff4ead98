"""`linkage seal`, `prove`, and what `verify` says to them: what a court is given, and checks without the case."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from graph.kept.case import Case
from tests.cli.program import Ran, inside
from tests.graph.decided.test_tampering import tamper


@pytest.fixture
def loaded(fresh: Path, sheets: Path) -> Path:
    """A case of one's own with the custody list in it."""
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    return fresh


def one_claim(case: Path, at: int = 0) -> tuple[str, str]:
    """The id of a claim of a person's name, and the name."""
    with Case(case) as held:
        state = held.state
        named = [one for one in state.claims if one.claim.property == "name" and state.mentions[one.claim.about].what == "Person"]
    return sorted((one.id, str(one.claim.value)) for one in named)[at]


def sealed(case: Path, out: Path) -> Ran:
    ran = inside("seal", "--out", out, case=case)
    assert (ran.code, ran.err) == (0, "")
    return ran


def test_a_seal_is_private_is_journalled_and_says_what_it_does_not_show(loaded: Path, tmp_path: Path) -> None:
    ran = sealed(loaded, tmp_path / "seal.json")
    assert "It does not show who signed, or when" in ran.out
    assert stat.S_IMODE((tmp_path / "seal.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((loaded / "keys" / "signing").stat().st_mode) == 0o600
    private = (loaded / "keys" / "signing").read_text("ascii").strip()
    assert private not in (tmp_path / "seal.json").read_text("utf-8")
    with Case(loaded) as case:
        last = case.journal.entry(case.journal.head[0])
        assert last is not None and last.body == json.loads((tmp_path / "seal.json").read_text("utf-8"))
    again = inside("seal", "--out", tmp_path / "seal.json", case=loaded)
    assert again.code == 2 and again.complaint.endswith("is there already; name a new file")


def test_a_journal_that_grew_goes_on_from_its_seal_and_one_that_was_cut_does_not(loaded: Path, tmp_path: Path) -> None:
    sealed(loaded, tmp_path / "first.json")
    sealed(loaded, tmp_path / "second.json")
    ran = inside("verify", "--against", tmp_path / "first.json", case=loaded)
    assert ran.code == 0 and "nothing up to there was changed or cut off" in ran.out
    with Case(loaded) as case:
        last = case.journal.head[0]
    tamper(loaded / "journal.db", f"DELETE FROM entry WHERE sequence >= {last - 1}")
    assert inside("verify", case=loaded).code == 0
    ran = inside("verify", "--against", tmp_path / "second.json", case=loaded)
    assert ran.code == 1 and "its end was cut off" in ran.complaint


def test_a_proof_is_checked_without_the_case(loaded: Path, tmp_path: Path) -> None:
    sealed(loaded, tmp_path / "seal.json")
    claim, name = one_claim(loaded)
    _, other = one_claim(loaded, 1)
    made = inside("prove", claim, "--out", tmp_path / "proof.json", case=loaded)
    assert (made.code, made.err) == (0, "")
    content = (tmp_path / "proof.json").read_bytes()
    assert len(content) < 4096 and name.encode() in content and other.encode() not in content
    alone = inside("verify", "--proof", tmp_path / "proof.json", cwd=tmp_path)
    assert alone.code == 0 and "could have made that seal too" in alone.out
    ran = inside("verify", "--proof", tmp_path / "proof.json", "--against", tmp_path / "seal.json", cwd=tmp_path)
    assert ran.code == 0 and name in ran.out and "that it is true, is not" in ran.out
    with Case(loaded) as case:
        last = case.journal.entry(case.journal.head[0])
        assert last is not None and last.body["what"] == f"proof {claim}"


def test_a_proof_under_another_seal_or_changed_is_refused(loaded: Path, tmp_path: Path) -> None:
    sealed(loaded, tmp_path / "seal.json")
    sealed(loaded, tmp_path / "other.json")
    claim, name = one_claim(loaded)
    assert inside("prove", claim, "--under", tmp_path / "other.json", "--out", tmp_path / "p.json", case=loaded).code == 0
    ran = inside("verify", "--proof", tmp_path / "p.json", "--against", tmp_path / "seal.json")
    assert ran.code == 1 and "under another seal" in ran.complaint
    (tmp_path / "p.json").write_text((tmp_path / "p.json").read_text("utf-8").replace(name, name[::-1]), "utf-8")
    ran = inside("verify", "--proof", tmp_path / "p.json")
    assert ran.code == 1 and ran.complaint == "this is no proof, or was changed after it was made: it proves nothing"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["prove", "c-aaaaaaaaaaaaaaaa", "--out", "p.json"], "the case was never sealed"),
        (["verify", "--proof", "nowhere.json"], "--proof: nowhere.json cannot be read"),
        (["verify", "--against", "nowhere.json"], "nowhere.json cannot be read"),
        (["verify", "--proof", "/dev/zero"], "--proof: /dev/zero cannot be read"),
        (["seal", "--out", "/dev/null/seal.json"], "cannot be written"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(loaded: Path, tmp_path: Path, words: list[str], complaint: str) -> None:
    ran = inside(*words, case=loaded, cwd=tmp_path)
    assert ran.code == 2 and complaint in ran.complaint
    assert ran.err.count("\n") == 1


def test_an_empty_case_is_not_sealed(fresh: Path, tmp_path: Path) -> None:
    ran = inside("seal", "--out", tmp_path / "seal.json", case=fresh)
    assert ran.code == 2 and "the journal is empty" in ran.complaint
    assert not (fresh / "keys" / "signing").exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"[" * 90_000, b"{}", b'{"format": "linkage seal 1"}', b"null", b"1" * 9_000]
)
def test_whatever_is_no_seal_or_proof_is_refused_in_one_line(loaded: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    for words in (["--against"], ["--proof"]):
        ran = inside("verify", *words, tmp_path / "x.json", case=loaded)
        assert ran.code == 1 and "this is no" in ran.complaint and ran.err.count("\n") == 1
