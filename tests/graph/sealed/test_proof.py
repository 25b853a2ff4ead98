"""One claim under a seal (TRUST E3b): it proves this claim, shows no other, and every change of it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from graph.decided import merkle
from graph.decided.erasing import Gone
from graph.decided.journal import Journal
from graph.errors import IntegrityError, QueryError
from graph.said.claim import Claim, Mention, claim_id
from graph.sealed.proof import Proof, Prover
from graph.sealed.seal import Seal
from graph.sealed.signing import signing_key
from tests.graph.small_case import FILE, Sheet, recorded
from tests.promises import Promise

PROOFS, FLIPS, MOST = 10_000, 200, 4096
SECRETS = [f"{Random(at).getrandbits(80):020x}" for at in range(PROOFS)]
"""What each claim alone says."""


def claim(at: int) -> Claim:
    return Claim("p-a", "aliases", SECRETS[at], f"as noted: {SECRETS[at]}", f"row {at}", "s-1", quote=f"„{SECRETS[at]}“")


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Ten thousand claims of one load, with decisions before and after it."""
    made = Journal.create(tmp_path_factory.mktemp("proofs") / "journal.db")
    Sheet().thing("p-b", "Person", name="Ada Brum").thing("p-c", "Person", name="Olu Zent").enter(made)
    recorded(made, "different", "p-b", "p-c")
    mentions = [Mention("p-a", "Person", "row", "row 1"), Mention("s-1", "Source", "cited", "row 1")]
    with made.appending() as appender:
        appender.load({"file": FILE, "mapping": "m", "series": "s"}, mentions, map(claim, range(PROOFS)), "tester")
    for _ in range(30):
        recorded(made, "unsure", "p-a", "p-b")
    yield made
    made.close()


@pytest.fixture(scope="module")
def prover(journal: Journal, tmp_path_factory: pytest.TempPathFactory) -> Prover:
    return Prover(journal, Seal.of(journal, "2026-11-29", signing_key(tmp_path_factory.mktemp("keys"))))


@pytest.mark.slow
@pytest.mark.trust("a claim is proved under a seal, and nothing else is shown")
def test_every_proof_verifies_is_small_and_shows_its_claim(prover: Prover, promise: Promise) -> None:
    for at in range(PROOFS):
        text = prover.prove(claim_id(claim(at))).text()
        proof = Proof.read(text)
        assert Claim.of_text(proof.claim) == claim(at)
        assert proof.file == FILE
        assert len(text.encode()) < MOST
    promise.tried(PROOFS)


@pytest.mark.trust("a claim is proved under a seal, and nothing else is shown")
def test_a_proof_holds_no_byte_of_another_claim(prover: Prover, promise: Promise) -> None:
    shown = 0
    for at in Random(3).sample(range(PROOFS), 50):
        text = prover.prove(claim_id(claim(at))).text()
        assert SECRETS[at] in text
        assert not [secret for other, secret in enumerate(SECRETS) if other != at and secret in text]
        assert "Brum" not in text and "different" not in text
        naive = text + claim((at + 1) % PROOFS).as_text()  # the control: what stands beside it, instead of its hash
        shown += any(secret in naive for other, secret in enumerate(SECRETS) if other != at)
    promise.tried(50)
    promise.control(50, shown)
    assert shown == 50


@pytest.mark.trust("a changed proof or seal is refused")
def test_every_flipped_bit_is_refused(prover: Prover, promise: Promise) -> None:
    random = Random(5)
    whole = prover.prove(claim_id(claim(77))).text().encode()
    for _ in range(FLIPS):
        at = random.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << random.randrange(8)
        with pytest.raises((IntegrityError, UnicodeDecodeError)):
            Proof.read(bytes(flipped).decode())
    assert Proof.read(whole.decode())
    promise.tried(FLIPS)


@pytest.mark.trust("a changed proof or seal is refused")
def test_members_of_one_proof_do_not_fit_another(prover: Prover) -> None:
    """Swapped between two proofs, as somebody would who wants another claim to be proved."""
    one, other = (prover.prove(claim_id(claim(at))) for at in (1, 2))
    parts = ("id", "claim", "salt", "way")
    for part in parts:
        mixed = {name: getattr(other if name == part else one, name) for name in (*parts, "file", "entry", "entry_way", "seal")}
        with pytest.raises(IntegrityError):
            Proof.read(Proof(**mixed).text())


@pytest.mark.trust("a changed proof or seal is refused")
def test_control_a_proof_whose_way_nobody_climbs_shows_what_it_likes(
    prover: Prover, promise: Promise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of its claim are others: it still reads well."""
    texts = [prover.prove(claim_id(claim(at))).text().replace(SECRETS[at], SECRETS[at + 1]) for at in range(50)]
    for text in texts:
        with pytest.raises(IntegrityError):
            Proof.read(text)
    monkeypatch.setattr(Proof, "_holds", lambda proof: True)
    taken = sum(SECRETS[at + 1] in Proof.read(text).claim for at, text in enumerate(texts))
    promise.control(len(texts), taken)
    assert taken == len(texts)


def test_a_claim_that_came_after_the_seal_has_no_proof_under_it(journal: Journal, tmp_path: Path) -> None:
    early = Journal.create(tmp_path / "journal.db")
    Sheet().thing("p-a", "Person", name="Ada Brum").enter(early)
    seal = Seal.of(early, "2026-11-29", signing_key(tmp_path))
    later = Sheet().thing("p-b", "Person", name="Olu Zent")
    later.enter(early)
    with pytest.raises(QueryError, match="after the seal"):
        Prover(early, seal).prove(claim_id(later.claims[0]))
    with pytest.raises(QueryError, match="no claim"):
        Prover(early, seal).prove("c-aaaaaaaaaaaaaaaa")
    early.close()


def test_a_seal_of_another_journal_proves_nothing(journal: Journal, tmp_path: Path) -> None:
    other = Journal.create(tmp_path / "journal.db")
    Sheet().thing("p-a", "Person", name="Ada Brum").enter(other)
    seal = Seal.of(other, "2026-11-29", signing_key(tmp_path))
    other.close()
    with pytest.raises(IntegrityError, match="not the one that was sealed"):
        Prover(journal, seal)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 100])
def test_a_way_leads_from_its_leaf_alone_to_the_root(size: int) -> None:
    leaves = [merkle.leaf(bytes([at])) for at in range(size)]
    tree, whole = merkle.Tree(leaves), merkle.root(leaves)
    for at, leaf in enumerate(leaves):
        assert merkle.climbed(leaf, at, size, tree.way(at)) == whole
        assert merkle.climbed(merkle.leaf(b"other"), at, size, tree.way(at)) != whole
        assert merkle.climbed(leaf, at, size, (*tree.way(at), leaf)) is None
        assert merkle.climbed(leaf, at, 2 * size + 1, tree.way(at)) != whole
    assert merkle.climbed(leaves[0], size, size, tree.way(0)) is None


def test_the_roots_are_those_of_rfc_6962() -> None:
    """The test vectors that certificate logs publish."""
    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    leaves = [merkle.leaf(bytes.fromhex(text)) for text in inputs]
    assert merkle.root([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert merkle.root(leaves[:1]).hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert merkle.root(leaves[:3]).hex() == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"
    assert merkle.root(leaves).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@pytest.mark.trust("a claim is proved under a seal, and nothing else is shown")
def test_after_an_erasure_the_others_are_still_proved_under_the_seal_from_before(tmp_path: Path) -> None:
    journal = Journal.create(tmp_path / "journal.db")
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-b", "Person", name="Olu Zent", born="1950")
    load = sheet.enter(journal)
    seal = Seal.of(journal, "2026-11-29", signing_key(tmp_path))
    ada, olu, born = (claim_id(one) for one in sheet.claims)
    left = sheet.claims[2].as_text().replace("row 2", "(erased)")
    with journal.appending() as appender:
        appender.erase(
            {"reason": "r"}, [Gone("claim", load, ada), Gone("mention", load, "p-a"), Gone("claim", load, born, left)], "t"
        )
    prover = Prover(journal, seal)
    assert Proof.read(prover.prove(olu).text()).seal == seal
    with pytest.raises(QueryError, match="no claim"):
        prover.prove(ada)
    with pytest.raises(QueryError, match="a part of this claim was erased"):
        prover.prove(born)
    journal.close()
