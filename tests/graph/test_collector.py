"""The collector is as it was, however what held it still was left."""

from __future__ import annotations

import gc

import pytest

from graph.collector import collector_still


def test_it_stands_still_within_and_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="left"), collector_still():
        assert not gc.isenabled()
        raise ValueError("left")
    assert gc.isenabled()


def test_one_within_another_does_not_start_it() -> None:
    with collector_still():
        with collector_still():
            pass
        assert not gc.isenabled()
