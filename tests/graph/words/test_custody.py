from __future__ import annotations

import pytest

from graph.words.custody import step


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        (
            {"action": "received", "by": "an archivist", "on": "2024-10-16", "place": "the archive"},
            "received, by an archivist, on 16 October 2024, at the archive",
        ),
        ({"action": "received", "on": "2024-10-16T08:30"}, "received, on 16 October 2024 08:30"),
        ({"action": "received", "on": "in spring"}, "received, on in spring"),
        ({"action": "received", "on": "2024-13-16"}, "received, on 2024-13-16"),
        ({"action": "copied"}, "copied, by whom and when is not stated"),
    ],
)
def test_a_step_of_custody_in_words(said: dict[str, str], reads: str) -> None:
    assert step(said) == reads
