"""The way of an exhibit, as the register that somebody keeps of it says: what was done, by whom, when and where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from graph.words.times import moment

STEP = ("action", "by", "on", "place")
"""What a register may say of one step."""
NOT_STATED = "by whom and when is not stated"


def step(said: Mapping[str, object]) -> str:
    """One step: "received from the complainant, by an interviewer, on 16 October 2024, at the field office"."""
    parts = [str(said["action"])]
    parts += [f"by {said['by']}"] if said.get("by") else []
    parts += [f"on {_day(str(said['on']))}"] if said.get("on") else []
    parts += [f"at {said['place']}"] if said.get("place") else []
    return ", ".join(parts if len(parts) > 1 else [*parts, NOT_STATED])


def _day(text: str) -> str:
    """A day that is written as ISO has it in words; any other as it stands."""
    try:
        when = (
            datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text) if len(text) == len("2024-10-16") else None
        )
    except ValueError:
        return text
    return moment(when) if when else text
