"""The export's canaries, held against a page: no written form of a protected name is in any of its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.viz.answers import KEY, NOBODY
from tests.viz.export.test_leaks import FORMS, everywhere, leaks
from viz.page import Details, vendored, write
from viz.release import Released, release

SOME = FORMS[::5]


def leaked(released: Released, folder: Path) -> list[bytes]:
    """What the page gives away; the vendored script, which is the same in every page, is left out to be quick."""
    path = write(released, Details(title="as given"), folder / "page.html")
    path.write_bytes(path.read_bytes().replace(vendored.vis_network().encode(), b""))
    return leaks(folder)


@pytest.mark.parametrize("profile", ["prosecutor", "public"])
def test_no_canary_is_in_any_byte(tmp_path: Path, profile: str) -> None:
    found = {
        form: leaked(release(everywhere(form), profile, "GBA", key=KEY, protected=NOBODY), tmp_path / str(number))
        for number, form in enumerate(SOME)
    }
    assert {form: needles for form, needles in found.items() if needles} == {}


def test_control_inside_the_house_every_form_is_seen(tmp_path: Path) -> None:
    for number, form in enumerate(SOME):
        assert form.encode() in leaked(
            release(everywhere(form), "internal", None, key=KEY, protected=NOBODY), tmp_path / str(number)
        ), form
