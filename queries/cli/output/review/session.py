"""From question to question: keys and printing. Whatever is recorded is recorded at once; leaving loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import CaseError
from graph.words import count
from queries.cli.output.review import keys, screen
from queries.cli.paper import plain

if TYPE_CHECKING:
    from graph.decided.entry import Entry
    from queries.desk.review import Question, Review

MENU = "y same  n different  u unsure  s skip  z undo  / search  q leave  ? help"
ALERT_MENU = "y keep as one  n take the join back  s skip  z undo  / search  q leave  ? help"
HELP = """\
  y  they are one: a reason is asked for and recorded under your name (an empty one goes back)
  n  they are two: no rule and nobody will join them until this is taken back
  u  nobody can say yet: no rule will join them; `linkage judge --retract` opens the question again
  s  not now: the group waits for another session
  z  take back your last decision; it is asked again
  /  only names in which these words stand, in any script; no words: all again
  q  leave: everything decided so far is recorded, and the next review goes on from here
  =  both say the same   ~  some of it, or nearly   ≠  they differ   (no mark: one side is silent)"""


def nothing_waits() -> None:
    """Nothing was compared yet."""
    click.echo("nothing has been compared yet: `linkage resolve` finds what a person must decide")


def hold(review: Review, *, limit: int | None = None) -> None:
    """Asks until nothing is left, `limit` groups were asked about, or the reviewer leaves."""
    if review.waiting.behind:
        click.echo("files have been loaded since the last `linkage resolve`: it may find more")
    while question := review.next():
        if limit is not None and review.shown > limit:
            break
        screen.draw(question, review.left)
        if not _answered(review, question):
            break
    _summary(review)


def _answered(review: Review, question: Question) -> bool:
    """Until the question is answered or put aside. False where the reviewer leaves."""
    while True:
        key = keys.pressed(f"\n{ALERT_MENU if question.conflict else MENU}")
        try:
            match key:
                case keys.LEAVE:
                    return False
                case "?":
                    click.echo(HELP)
                case "s":
                    review.skip(question)
                    return True
                case "/":
                    _search(review)
                    return True
                case "z":
                    if _undone(review):
                        return True
                case "y" | "n" | "u":
                    if entry := _decided(review, question, key):
                        click.echo(f"  entry {entry.sequence}: {plain(entry.body['decision'])}, by {plain(entry.who)}")
                        return True
                case _:
                    click.echo("  no such key; ? shows them")
        except click.Abort:  # at a prompt: back to the question
            click.echo("\n  nothing recorded")
        except CaseError as error:  # somebody else decided in the meantime: what is asked next is as it now stands
            click.echo(f"  not recorded: {plain(error)}")
            return True


def _decided(review: Review, question: Question, key: str) -> Entry | None:
    if question.conflict and key == "n":
        return _parted(review, question)
    if question.conflict and key == "u":
        click.echo("  an alert is kept, taken back, or skipped")
        return None
    if key == "y":
        reason = _reason()
        return review.same(question, reason) if reason else None
    return review.different(question) if key == "n" else review.unsure(question)


def _parted(review: Review, question: Question) -> Entry | None:
    joined = [entry.sequence for entry in question.joined_by]
    chosen: int | None = joined[0]
    if len(joined) > 1:
        typed = click.prompt(
            f"  which entry is wrong: {', '.join(map(str, joined))}? (empty: back)", default="", show_default=False
        )
        chosen = int(typed) if typed.strip().isdecimal() else None
    reason = _reason() if chosen in joined else ""
    return review.part(question, chosen, reason) if chosen and reason else None


def _reason() -> str:
    reason = str(click.prompt("  reason (empty: back)", default="", show_default=False)).strip()
    if not reason:
        click.echo("  nothing recorded")
    return reason


def _search(review: Review) -> None:
    text = str(click.prompt("  search (empty: all)", default="", show_default=False))
    fitting = review.search(text)
    if text.strip() and not fitting:
        review.search("")
        click.echo("  no waiting pair has this name")
    elif text.strip():
        click.echo(f"  {count(fitting, 'pair')}")


def _undone(review: Review) -> bool:
    last = review.last()
    if last is None:
        click.echo("  you have made no decision that still stands")
        return False
    if not review.is_of_this_session(last):
        summary = f"entry {last.sequence} of {last.at[:16].replace('T', ' ')}: {last.body['decision']}, “{last.body['reason']}”"
        if keys.pressed(f"  take back {plain(summary)}? y, or any other key") != "y":
            return False
    review.undo()
    click.echo(f"  entry {last.sequence} taken back")
    return True


def _summary(review: Review) -> None:
    done = [f"{number:,} {what}" for what, number in review.done.items() if number]
    click.echo(f"\n{', '.join(done) if done else 'nothing decided'}; {count(review.left, 'group')} waiting")
    if review.done["same"] or review.done["different"] or review.done["parted"] or review.done["taken back"]:
        click.echo(
            "next: `linkage resolve` looks again at what these decisions change; `linkage show NAME --identity` shows them"
        )
    elif review.left:
        click.echo("next: `linkage review` goes on from here")
    else:
        click.echo("next: `linkage status`")
