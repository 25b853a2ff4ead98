"""The demo, made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.demo.made import Made, whole


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with whole(tmp_path_factory.getbasetemp()) as demo:
        yield demo
