"""The republic, written and loaded once a session."""

from __future__ import annotations

import pytest

from tests.loaders.demo.whole_case import Loaded, load_all


@pytest.fixture(scope="session")
def loaded(takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load_all(tmp_path_factory.mktemp("republic"))
