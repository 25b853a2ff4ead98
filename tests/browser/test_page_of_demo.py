"""The demo's page in a real browser: a person finds the acting head of that night and reads what it rests on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator

from graph.answer import Answer, NodeValue
from loaders.demo import story
from loaders.demo.republic import republic
from queries.desk.demo import PAGE, QUESTIONS, TITLE
from queries.desk.why import why
from tests.browser.conftest import Visit, Visiting
from tests.demo.made import Made


@pytest.fixture(scope="module")
def made(demo: Made) -> Made:
    return demo


@pytest.fixture(scope="module")
def answer(made: Made) -> Answer:
    return made.ask(QUESTIONS[0].query, QUESTIONS[0].parameters)


@pytest.fixture
def page(made: Made, visit: Visiting) -> Visit:
    return visit(made.folder / PAGE)


def search(visit: Visit, text: str) -> list[str]:
    visit.page.fill("#search", text)
    return visit.page.locator("#hits bdi").all_inner_texts()


def node(made: Made, answer: Answer, key: str) -> NodeValue:
    (found,) = (one for one in answer.subgraph()[0] if made.keys[one.id] == key)
    return found


def shown(answer: Answer) -> set[str]:
    """Ids of all that is drawn: what stands in rows, and what their links lead to."""
    nodes, links = answer.subgraph()
    return {one.id for one in nodes} | {end for link in links for end in (link.begin, link.end)}


def claims(visit: Visit) -> Locator:
    return visit.page.locator("#chosen li.claim")


@pytest.mark.parametrize(("width", "height", "scheme"), [(1440, 900, "light"), (390, 800, "dark")])
def test_it_opens_without_a_word_to_anybody(
    made: Made, answer: Answer, visit: Visiting, width: int, height: int, scheme: str
) -> None:
    seen = visit(made.folder / PAGE, width=width, height=height, color_scheme=scheme)
    assert TITLE in seen.page.locator("h1").inner_text()
    assert f"{len(shown(answer))} nodes and {len(answer.subgraph()[1])} links" in seen.page.locator("#status").inner_text()
    assert seen.page.locator("#net canvas").bounding_box()
    assert seen.clean()


def test_chain_commanders_and_station_are_there(made: Made, answer: Answer, page: Visit) -> None:
    """The station stands in no row, and yet on the page with its name: every base is a link to it."""
    kinds = [one.label for one in answer.subgraph()[0]]
    legend = {tuple(line.split()) for line in page.page.locator("#kinds label").all_text_contents()}
    labels = {*(f"{kind}{kinds.count(kind)}" for kind in ("Person", "Unit")), "Station1"}
    assert {"".join(line) for line in legend} == labels
    names = {one.name for one in answer.subgraph()[0]} | {story.NIGHT_STATION_NAME}
    assert len(names) == len(shown(answer))
    for name in sorted(names):
        assert search(page, name)[0] == name
    page.page.fill("#search", "")
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("t")
    told = page.page.locator("#tables").inner_text()
    assert all(name in told for name in names)
    assert page.clean()


@pytest.mark.parametrize("badge", [story.CENTRE_ACTING, story.COMPANY_COMMANDER, story.CITY_POLICE_ACTING, story.MINISTER])
def test_somebody_is_found_in_either_script(made: Made, answer: Answer, page: Visit, badge: str) -> None:
    """All are written in Cyrillic; the Latin surname of a register's name stands in no cell about them."""
    name, true = node(made, answer, badge).name, republic(story.SEED).service.officers[badge].name
    latin = true.latin_of_russian.split()[-1]
    assert latin.isascii() and not true.surname.isascii()
    for typed in (true.surname, true.surname.upper(), latin, latin.lower(), true.russian):
        assert name in search(page, typed), typed


def test_the_acting_head_is_found_by_either_language_too_since_a_duty_list_has_both(
    made: Made, answer: Answer, page: Visit
) -> None:
    name = node(made, answer, story.CENTRE_ACTING).name
    surnames = {text.split()[-1] for text in made.truth.spellings[story.CENTRE_ACTING] if text.isascii()}
    assert len(surnames) > 1
    for surname in sorted(surnames):
        assert search(page, surname.lower())[0] == name


def test_nobody_is_found_who_did_not_command_that_night(made: Made, answer: Answer, page: Visit) -> None:
    """The head who had left, and the next one: neither is on the page."""
    there = {made.keys[one.id] for one in answer.subgraph()[0]}
    for badge in (story.CENTRE_LEFT, story.CENTRE_NEXT):
        assert badge not in there
        for text in made.truth.spellings[badge]:
            assert text not in page.page.content()


def test_by_keys_alone_to_the_words_the_place_and_the_hash_behind_a_name(made: Made, answer: Answer, page: Visit) -> None:
    acting = node(made, answer, story.CENTRE_ACTING)
    page.page.keyboard.press("/")
    page.page.keyboard.type(acting.name.split()[0])
    page.page.keyboard.press("Enter")
    assert page.page.locator("#chosen h2").inner_text().startswith(acting.name)
    count = len(why(made.case, acting.id).reasons)
    assert claims(page).count() == count
    for number in range(count):
        told = claims(page).nth(number).inner_text()
        assert re.search(r"\b(row|cell|line|sheet)\b", told), told
        assert re.search(r"\b[0-9a-f]{64}\b", told), told
    written = page.page.locator("#chosen").inner_text()
    assert "roster.xlsx" in written
    assert page.clean()


def test_a_click_on_the_disputed_posting_shows_both_what_is_said_and_what_is_denied(
    made: Made, answer: Answer, page: Visit
) -> None:
    search(page, node(made, answer, story.CENTRE_ACTING).name)
    page.page.keyboard.press("Enter")
    page.page.locator("#chosen .links button", has_text=re.compile("commander|acting")).first.click()
    assert page.page.locator("#chosen .badge.warn").first.inner_text() == "disputed"
    told = page.page.locator("#chosen").inner_text()
    assert "denies" in told
    assert "duty_list.csv" in told and "statements.csv" in told
    assert page.page.locator("#chosen blockquote").count() >= 1
    hashes = set(re.findall(r"\b[0-9a-f]{64}\b", told))
    originals = made.folder / "case" / "originals"
    assert len(hashes) >= 2
    assert all((originals / hash_[:2] / hash_[2:]).is_file() for hash_ in hashes)
    assert page.clean()
