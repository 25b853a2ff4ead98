"""The demo, by the name of what the tests of this room look at."""

from __future__ import annotations

import pytest

from tests.demo.made import Made


@pytest.fixture(scope="session")
def made(demo: Made) -> Made:
    return demo
