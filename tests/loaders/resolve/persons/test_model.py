"""The model that comes with Linkage, and models that do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import IntegrityError, MappingError
from loaders.resolve.persons import model, pretrained
from loaders.resolve.persons.comparisons import COMPARISONS
from loaders.resolve.persons.model import PRETRAINED, read


def test_the_model_that_comes_is_the_one_that_was_trained() -> None:
    report = json.loads((PRETRAINED / "training.json").read_text("utf-8"))

    assert pretrained().sha256 == report["sha256"] == (PRETRAINED / "model.sha256").read_text("utf-8").strip()
    assert read(pretrained().text, "model.json") == pretrained()


def test_agreement_speaks_for_one_person_and_contradiction_against() -> None:
    for comparison in COMPARISONS:
        first, *_, last = comparison.levels
        strongest, weakest = (pretrained().chances[comparison.field][level.name] for level in (first, last))
        assert strongest.m > strongest.u
        assert weakest.m < weakest.u


def test_a_model_with_one_figure_changed_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(pretrained().text.replace("0.9", "0.8", 1))
    (tmp_path / "model.sha256").write_text(pretrained().sha256)
    monkeypatch.setattr(model, "PRETRAINED", tmp_path)
    pretrained.cache_clear()

    with pytest.raises(IntegrityError, match="differs from the one that was trained"):
        pretrained()


@pytest.fixture(autouse=True)
def _as_shipped() -> None:
    """Each test reads the shipped model, whatever the one before it did."""
    pretrained.cache_clear()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"comparisons": {}, "matches": "many"}', '{"comparisons": 3, "matches": 1}'])
def test_what_is_no_model_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(MappingError, match="train it again") as refused:
        read(text, "ours.json")

    assert str(refused.value).startswith("ours.json: ")


def test_a_model_of_other_comparisons_is_refused() -> None:
    held = json.loads(pretrained().text)
    del held["comparisons"]["unit"]

    with pytest.raises(MappingError, match="trained on other comparisons"):
        read(json.dumps(held), "ours.json")
