"""A whole case of a fictional republic: made, loaded, resolved, asked, drawn, exported. Nothing here knows the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import CaseError
from graph.kept.case import Case
from loaders.demo import story, write
from queries.desk.bear import bear
from queries.desk.export import export
from queries.desk.load import load
from queries.desk.page import page as write_page
from queries.desk.query import ask
from queries.desk.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from graph.answer import Answer, Certainty
    from graph.progress import Progress
    from loaders.load.load import Load
    from queries.desk.resolve import Resolved

FILES, CASE, PAGE, EXPORT = "files", "case", "night.html", "night"
TITLE = "The night at Goncharnaya Street"
BEARS = "command-responsibility/superior-subordinate"
BEARS_BECAUSE = "a posting to the command of the unit that held the place that night"


@dataclass(frozen=True, slots=True)
class TourQuestion:
    """A question of the field, and the saved query that answers it."""

    asks: str
    query: str
    parameters: Mapping[str, object]
    certainty: Certainty = "possible"
    limit: int | None = 14
    by: str | None = None
    """A column to count the rows by, where the pattern matters and not the single row."""


QUESTIONS = (
    TourQuestion(
        "Who commanded the units at this station that night, up to the minister?",
        "command/commanders_at_station",
        {"station": story.NIGHT_STATION_NAME, "from": story.NIGHT[0], "to": story.NIGHT[1]},
    ),
    TourQuestion("Which officers could have met this victim?", "colocation/victim_and_officer", {"victim": story.VICTIM_NAME}),
    TourQuestion(
        "Who was held there together, and could corroborate whom?",
        "colocation/co_detained",
        {"station": story.NIGHT_STATION_NAME, "from": story.NIGHT[0], "to": story.NIGHT[1]},
        certainty="certain",
    ),
    TourQuestion(
        "Where else was it done the same way?",
        "pattern/modus_operandi",
        {"methods": "; ".join(story.METHODS), "min_shared": "3"},
        limit=None,
        by="station",
    ),
    TourQuestion(
        "Who stood above all the units that did it so?",
        "command/lowest_common_superior",
        {"units": story.METHOD_UNIT_NAMES, "on": story.NIGHT[1][:10]},
    ),
    TourQuestion("How many complaints, how many cases?", "impunity/complaints_without_case", {}, limit=None, by="answer"),
    TourQuestion(
        "What rests on one origin only?",
        "evidence/single_source",
        {"unit": story.METHOD_UNIT_NAMES[0], "on": story.NIGHT[0][:10]},
    ),
    TourQuestion("What speaks against?", "evidence/conflicts", {}, limit=7),
)


@dataclass(frozen=True, slots=True)
class Demo:
    """The case that was made, and where."""

    folder: Path
    case: Case
    loads: tuple[Load, ...]
    resolved: Resolved


def make(folder: Path, *, progress: Progress | None = None) -> Demo:
    """Files of the republic and a case with all of them in it, resolved as far as rules go.

    CaseError where the folder is not new or empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CaseError(f"{folder} is not empty: name another folder, or delete the demo that is in it")
    paths = write(folder / FILES)
    case = Case.create(folder / CASE, title=TITLE, zone="Europe/Athens", languages=("ru", "be", "en"))
    loads = load(case, paths, publish=False, progress=progress)
    _weigh(case)
    return Demo(folder, case, tuple(loads), resolve(case, publish=False, progress=progress))


def answer(demo: Demo, question: TourQuestion, *, progress: Progress | None = None) -> Answer:
    """Its first rows; what is left out is counted below them."""
    return ask(
        demo.case,
        question.query,
        question.parameters,
        certainty=question.certainty,
        limit=question.limit,
        progress=progress,
    )


def leave(demo: Demo, first: TourQuestion, *, progress: Progress | None = None) -> tuple[Path, tuple[Path, ...]]:
    """A page to browse and an export, both internal."""
    whole = ask(demo.case, first.query, first.parameters, progress=progress)
    page, *_ = write_page(
        demo.case, whole, profile="internal", recipient=None, out=demo.folder / PAGE, title=TITLE, progress=progress
    ).files
    outgoing = export(demo.case, whole, profile="internal", recipient=None, chosen=["csv", "graphml"], out=demo.folder / EXPORT)
    return page, outgoing.files


def command_line(question: TourQuestion) -> str:
    """The command that asks the same."""
    given = [
        f'--{name} "{item}"'
        for name, value in question.parameters.items()
        for item in (value if isinstance(value, tuple) else [value])
    ]
    given += [f"--certainty {question.certainty}"] if question.certainty != "possible" else []
    return f"linkage query {question.query} {' '.join(given)}"


def _weigh(case: Case) -> None:
    """A lawyer's first mark: a claim that bears on a legal element. One is enough to see how it looks."""
    state = case.state
    posting = next(
        mention.id
        for mention in state.mentions.values()
        if mention.what == "POSTED_TO"
        and state.mentions[mention.begin or ""].key == story.CENTRE_ACTING
        and state.mentions[mention.end or ""].key == story.CENTRE
    )
    claim = min(held.id for held in state.claims if held.claim.about == posting and held.claim.polarity == "asserts")
    bear(case, claim, BEARS, "for", reason=BEARS_BECAUSE)
