"""The page as a person meets it, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.answer import Answer
from tests.browser.conftest import Visit, Visiting
from tests.viz.answers import NOBODY
from tests.viz.page import sample
from viz.page import write
from viz.release import release

NODES, LINKS = 35, 43

INKED = """() => {
  const canvas = document.querySelector("#net canvas"), { width, height } = canvas;
  const data = canvas.getContext("2d").getImageData(0, 0, width, height).data, colours = new Set();
  let inked = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3]) {
      inked++;
      colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    }
  return [inked / (width * height), colours.size];
}"""
"""How much of the canvas is painted, and in how many colours."""

FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Waits until what was asked for so far is painted, however busy the machine is."""


@pytest.fixture
def chart(tmp_path: Path, visit: Visiting) -> Visit:
    """Everything there is, top-down, with all details."""
    world = sample.republic()
    released = release(sample.chart(world), "internal", None, key=sample.KEY, protected=NOBODY)
    return visit(write(released, sample.details(world), tmp_path / "page.html"))


def search(visit: Visit, text: str) -> list[str]:
    visit.page.fill("#search", text)
    return visit.page.locator("#hits bdi").all_inner_texts()


def chosen(visit: Visit) -> str:
    return visit.page.locator("#chosen h2").inner_text()


@pytest.mark.parametrize(("width", "height", "scheme"), [(1440, 900, "light"), (900, 700, "dark"), (390, 800, "light")])
@pytest.mark.parametrize("answer", [sample.chain, sample.chart, sample.everything])
def test_it_draws_at_once_and_asks_nobody(
    tmp_path: Path, visit: Visiting, answer: Callable[[], Answer], width: int, height: int, scheme: str
) -> None:
    path = write(release(answer(), "internal", None, key=sample.KEY, protected=NOBODY), sample.details(), tmp_path / "page.html")
    seen = visit(path, width=width, height=height, color_scheme=scheme)
    seen.page.evaluate(FRAMES)
    painted, colours = seen.page.evaluate(INKED)
    assert painted > 0.005
    assert colours > 20
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.clean()


def test_chain_and_stations_are_there_with_their_counts(chart: Visit) -> None:
    assert f"{NODES} nodes and {LINKS} links" in chart.page.locator("#status").inner_text()
    legend = chart.page.locator("#kinds label").all_inner_texts()
    assert {tuple(line.split()) for line in legend} == {("Person", "19"), ("Unit", "10"), ("Station", "2"), ("Event", "4")}
    assert chart.page.locator("#types label").count() == 8


def test_a_name_is_found_in_either_script(chart: Visit) -> None:
    for typed, found in (
        ("kovalenko", "Сергій Коваленко"),
        ("КОВАЛЕНКО", "Сергій Коваленко"),
        ("коваленко сергій", "Сергій Коваленко"),
        ("hrushetskyi", "Юрій Грушецький"),
        ("grushetsky", "Юрій Грушецький"),
        ("орленко", "Pavlo Orlenko"),
        ("верасен", "Hanna Verasen"),
        ("verasen", "Ганна Верасень"),
        ("vexholt", "Örjan Vexholt-Tamm"),
        ("orjan", "Örjan Vexholt-Tamm"),
        ("cellar", "Isolator No. 1"),
    ):
        assert found in search(chart, typed), typed


def test_namesakes_are_both_found_and_nonsense_is_not(chart: Visit) -> None:
    assert search(chart, "ihar drozd") == ["Ihar Drozd", "Ihar Drozd"]
    assert search(chart, "qqqq") == []


def test_details_show_quote_place_and_hash(chart: Visit) -> None:
    search(chart, "kovalenko")
    chart.page.keyboard.press("Enter")
    told = chart.page.locator("#chosen").inner_text()
    assert chosen(chart) == "Сергій Коваленко"
    for part in (sample.QUOTE, sample.LOCATOR, sample.FILE_HASH, "Interview 14", "Medium", "Serhii Kovalenko"):
        assert part in told
    assert "7th Special Brigade" in told
    assert chart.clean()


def test_a_link_tells_when_in_words_and_that_it_is_disputed(chart: Visit) -> None:
    search(chart, "дрозд")
    chart.page.keyboard.press("Enter")
    chart.page.locator("#chosen .links button", has_text="commanded").click()
    told = chart.page.locator("#chosen").inner_text()
    for part in (
        "by 10 May 2031 – at least 3 February 2032",
        "assumed between two citations",
        "2 independent origins",
        "Statement of the ministry",
        "not held",
    ):
        assert part in told
    assert chart.page.locator("#chosen .badge.warn").first.inner_text() == "disputed"


def test_a_click_chooses_and_never_moves_anything(chart: Visit) -> None:
    before = chart.page.evaluate(INKED)
    box = chart.page.locator("#net").bounding_box()
    assert box
    for step in range(40):
        chart.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 90 + step * 12)
        if chart.page.locator("#chosen").is_visible():
            break
    assert chosen(chart)
    chart.page.keyboard.press("Escape")
    chart.page.mouse.move(0, 0)
    chart.page.evaluate(FRAMES)
    assert chart.page.evaluate(INKED) == before


def test_the_legend_filters_picture_and_table(chart: Visit) -> None:
    chart.page.uncheck("#kinds input[data-name=Person]")
    assert "16 of 35 nodes" in chart.page.locator("#status").inner_text()
    chart.page.check("#kinds input[data-name=Person]")
    chart.page.uncheck("#types input[data-name=HELD_AT]")
    assert f"{LINKS - 11} of {LINKS} links" in chart.page.locator("#status").inner_text()
    chart.page.uncheck("#certainties input[data-name=disputed]")
    chart.page.keyboard.press("Escape")
    chart.page.keyboard.press("t")
    assert chart.page.locator("#tables table >> nth=2").locator("tbody tr:visible").count() == LINKS - 12


def test_the_table_is_the_same_rows_and_leads_to_details(chart: Visit) -> None:
    assert not chart.page.locator("#tables").is_visible()
    chart.page.keyboard.press("t")
    tables = chart.page.locator("#tables table")
    counts = [tables.nth(number).locator("tbody tr").count() for number in range(3)]
    assert counts == [LINKS, NODES, LINKS]
    chart.page.locator("#tables button", has_text="7th Special Brigade").first.click()
    assert chosen(chart) == "7th Special Brigade"
    chart.page.keyboard.press("Escape")
    chart.page.keyboard.press("Escape")
    assert chart.page.locator("#net").is_visible()


def test_everything_can_be_reached_by_keys(chart: Visit) -> None:
    chart.page.keyboard.press("/")
    chart.page.keyboard.type("7th special")
    chart.page.keyboard.press("Enter")
    assert chosen(chart) == "7th Special Brigade"
    chart.page.keyboard.press("ArrowRight")
    assert chosen(chart) == "Сергій Коваленко"
    chart.page.keyboard.press("ArrowLeft")
    chart.page.keyboard.press("ArrowUp")
    assert chosen(chart) == "Unknown superior of the 7th Brigade"
    assert "Unit" in chart.page.locator("#status").inner_text()
    chart.page.keyboard.press("f")
    chart.page.keyboard.press("Escape")
    assert not chart.page.locator("#chosen").is_visible()
    assert chart.clean()


def test_light_and_dark_can_be_switched(chart: Visit) -> None:
    ground = "getComputedStyle(document.getElementById('net')).backgroundColor"
    before = chart.page.evaluate(ground)
    chart.page.click("#theme")
    assert chart.page.evaluate(ground) != before


def test_the_picture_can_be_kept(chart: Visit, tmp_path: Path) -> None:
    with chart.page.expect_download() as waiting:
        chart.page.click("#png")
    waiting.value.save_as(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert all(url.startswith(("file:", "blob:")) for url in chart.requests)
    assert (chart.messages, chart.broken) == ([], [])


def test_what_was_asked_stands_on_the_page(chart: Visit) -> None:
    told = chart.page.locator("#summary").inner_text()
    for part in (
        "command/commanders_at_station",
        "9a" * 32,
        "7d" * 32,
        "formal authority",
        "Isolator No. 1",
        "11 August 2031",
        "3 more",
    ):
        assert part in told
    assert chart.page.locator(".banner").inner_text().startswith("Internal")


def test_without_scripts_the_tables_are_there(tmp_path: Path, visit: Visiting) -> None:
    path = write(
        release(sample.chart(), "internal", None, key=sample.KEY, protected=NOBODY), sample.details(), tmp_path / "page.html"
    )
    seen = visit(path, ready="#tables", java_script_enabled=False)
    assert seen.page.locator("#tables").is_visible()
    assert "Сергій Коваленко" in seen.page.locator("#tables").inner_text()


def test_a_large_page_is_packed_and_opens(tmp_path: Path, visit: Visiting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.page.html.PACK_ABOVE", 1000)
    path = write(
        release(sample.chart(), "internal", None, key=sample.KEY, protected=NOBODY), sample.details(), tmp_path / "page.html"
    )
    assert b'id="data">gz:' in path.read_bytes()
    seen = visit(path)
    assert search(seen, "kovalenko") == ["Сергій Коваленко"]
    assert seen.clean()
