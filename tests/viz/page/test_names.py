"""Where a text of an answer is an id, the page prints what it is called."""

from __future__ import annotations

from graph.answer import Column
from tests.viz.answers import NOBODY
from tests.viz.page import sample
from viz.page import Details
from viz.page.drawing import draw
from viz.page.html import page
from viz.page.tables import tables
from viz.release import release


def test_ids_in_texts_and_parameters_are_named() -> None:
    answer = sample.everything(
        sample.republic(),
        columns=(Column("counted", "texts"), Column("beside", "text")),
        rows=((("e-aaaaaaaaaaaaaaaa", "e-bbbbbbbbbbbbbbbb"), "u-cccccccccccccccc"),),
        parameters={"units": ["u-cccccccccccccccc", "u-dddddddddddddddd"]},
    )
    names = {"e-aaaaaaaaaaaaaaaa": "Arrest", "u-cccccccccccccccc": "9th Brigade", "u-dddddddddddddddd": "Depot guard"}
    released = release(answer, "internal", None, key=sample.KEY, protected=NOBODY)
    details = Details(names=names)
    cells = [cell.text for cell in tables(released, draw(released, details), names)[0].records[0].cells]
    assert cells == ["1", "Arrest; e-bbbbbbbbbbbbbbbb", "9th Brigade"]
    assert "9th Brigade (u-cccccccccccccccc), Depot guard (u-dddddddddddddddd)" in page(released, details).decode()
