"""Three hundred officers, their posts, and what makes them hard to tell apart: namesakes, brothers, masks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

from loaders.demo import story
from loaders.demo.forces import units
from loaders.demo.spelling import Name, any_name

HOW_MANY = 300
AS_OF = date(2025, 6, 1)
"""The day on which the roster was leaked: posts without an end went on until then."""
Function = Literal["commander", "deputy", "staff", "member"]
_RANKS = ("рядовой милиции", "старшина", "лейтенант", "старший лейтенант", "капитан", "майор", "подполковник", "полковник")
_FIRST_DAY = date(2019, 1, 1)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One post of one officer. Both days included; without an end it went on when the roster was leaked."""

    badge: str
    unit: str
    post: str
    function: Function
    rank: str
    begin: date
    end: date | None = None
    acting: bool = False

    def holds(self, day: date) -> bool:
        """Whether the officer held the post that day."""
        return self.begin <= day <= (self.end or AS_OF)


@dataclass(frozen=True, slots=True)
class Officer:
    """One man or woman, known to the ministry by a badge number. `nickname`: of those who went masked."""

    badge: str
    name: Name
    born: date
    nickname: str | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """All officers by badge, and all their posts."""

    officers: dict[str, Officer]
    tenures: tuple[Tenure, ...]

    def commanding(self, unit: str, day: date) -> tuple[Tenure, ...]:
        """Who held command of a unit that day, acting or not."""
        return tuple(t for t in self.tenures if t.unit == unit and t.function == "commander" and t.holds(day))

    def serving(self, unit: str, day: date) -> tuple[str, ...]:
        """Badges of all who served in a unit that day."""
        return tuple(t.badge for t in self.tenures if t.unit == unit and t.holds(day))


def service(seed: int) -> Service:
    """The officers of the republic."""
    chance = Random(f"{seed}/officers")  # noqa: S311 - a story, not a secret
    tenures = [*_cast(), *_commanders(chance)]
    badges = list(dict.fromkeys(tenure.badge for tenure in tenures))
    men = [unit.code for unit in units().values() if unit.kind == "real" and unit.level >= 2 and unit.code != story.OPERATION]
    crowded = [code for code in men if units()[code].level == 4] * 3 + men
    number = 200
    while len(badges) < HOW_MANY:
        number += chance.randint(1, 4)
        badges.append(f"{chance.randint(101, 119)}-{number:03}")
        tenures += _career(badges[-1], chance.choice(crowded), men, chance)
    officers = {badge: _officer(badge, at, chance) for at, badge in enumerate(badges)}
    return Service(_alike(officers, badges), tuple(tenures))


def _cast() -> list[Tenure]:
    """The commanders on whom the story turns, with the days as they are."""
    top, high, mid = "генерал-лейтенант милиции", "полковник", "капитан"
    chief = "начальник"
    return [
        Tenure(story.MINISTER, "01", "министр", "commander", top, date(2020, 6, 4), date(2025, 3, 31)),
        Tenure("100-002", "01", "министр", "commander", top, date(2025, 4, 1)),
        Tenure(story.SPECIAL_POLICE_CHIEF, "03", chief, "commander", "генерал-майор", date(2019, 5, 6), date(2024, 12, 20)),
        Tenure(story.SPECIAL_POLICE_CHIEF, "01", "заместитель министра", "deputy", "генерал-майор", date(2024, 12, 21)),
        Tenure(story.CITY_POLICE_CHIEF, "04", chief, "commander", "генерал-майор", date(2022, 2, 1)),
        Tenure(story.CITY_POLICE_ACTING, "04", "заместитель начальника", "deputy", high, date(2021, 3, 15)),
        Tenure(story.CITY_POLICE_ACTING, "04", chief, "commander", high, date(2024, 9, 2), date(2024, 9, 22), acting=True),
        Tenure("100-012", "02", chief, "commander", "генерал-майор", date(2021, 1, 11), date(2025, 2, 28)),
        Tenure(story.BATTALION_COMMANDER, "03-01", "командир", "commander", "подполковник", date(2021, 7, 1), date(2025, 1, 15)),
        Tenure(story.COMPANY_COMMANDER, "03-01-2", "командир роты", "commander", mid, date(2023, 3, 1), date(2024, 11, 30)),
        Tenure("100-033", "03-01-1", "командир роты", "commander", mid, date(2022, 10, 3), date(2025, 2, 2)),
        Tenure(story.CENTRE_LEFT, "04-06", chief, "commander", "майор", date(2021, 2, 1), date(2024, 9, 13)),
        Tenure(story.CENTRE_ACTING, "04-06", "заместитель начальника", "deputy", "майор", date(2022, 8, 1), date(2025, 1, 31)),
        Tenure(story.CENTRE_ACTING, "04-06", chief, "commander", "майор", date(2024, 9, 14), date(2024, 9, 16), acting=True),
        Tenure(story.CENTRE_NEXT, "04-06", chief, "commander", "подполковник", date(2024, 9, 17)),
        Tenure(story.CENTRE_NEXT, "04-05", "заместитель начальника", "deputy", "майор", date(2021, 4, 1), date(2024, 9, 16)),
        Tenure("100-061", "03-03", "командир", "commander", "подполковник", date(2020, 9, 1), date(2025, 3, 3)),
        Tenure("100-071", "03-04", "командир", "commander", "подполковник", date(2022, 1, 10), date(2024, 12, 1)),
        Tenure(
            story.CONVOY_COMMANDER, "11-00-2", "командир взвода", "commander", "лейтенант", date(2022, 5, 1), date(2025, 5, 1)
        ),
    ]


def _commanders(chance: Random) -> list[Tenure]:
    """Of every other unit that has a name: one commander, or two one after the other."""
    held = {tenure.unit for tenure in _cast() if tenure.function == "commander"}
    tenures: list[Tenure] = []
    number = 100
    for unit in units().values():
        if unit.code in held or unit.kind != "real" or unit.code == story.OPERATION:
            continue
        rank = {1: "генерал-лейтенант милиции", 2: "полковник", 3: "подполковник", 4: "капитан"}[unit.level]
        post = {1: "руководитель", 2: "начальник", 3: "начальник", 4: "командир"}[unit.level]
        begin = _FIRST_DAY + timedelta(days=chance.randint(0, 1200))
        last = date(2023, 6, 1) + timedelta(days=chance.randint(0, 700)) if chance.random() < 0.45 else None
        number += 1
        tenures.append(Tenure(f"120-{number}", unit.code, post, "commander", rank, begin, last))
        if last:
            number += 1
            tenures.append(Tenure(f"120-{number}", unit.code, post, "commander", rank, last + timedelta(days=1)))
            earlier = chance.choice([u.code for u in units().values() if u.kind == "real" and u.level == min(unit.level + 1, 4)])
            start = begin - timedelta(days=chance.randint(100, 900))
            tenures.append(Tenure(f"120-{number}", earlier, "заместитель командира", "deputy", "майор", start, last))
    return tenures


def _career(badge: str, unit: str, all_units: list[str], chance: Random) -> list[Tenure]:
    """An ordinary officer's posts: one in four was moved once."""
    post, function = chance.choice(_posts(unit))
    rank = _RANKS[0 if function == "member" else 3 :][chance.randrange(4)]
    begin = _FIRST_DAY + timedelta(days=chance.randint(0, 1900))
    end = begin + timedelta(days=chance.randint(400, 1800)) if chance.random() < 0.3 else None
    if end is None or end >= AS_OF:
        return [Tenure(badge, unit, post, function, rank, begin)]
    if chance.random() < 0.15:
        return [Tenure(badge, unit, post, function, rank, begin, end)]
    onward = chance.choice([code for code in all_units if code != unit])
    then, as_what = chance.choice(_posts(onward))
    return [
        Tenure(badge, unit, post, function, rank, begin, end),
        Tenure(badge, onward, then, as_what, rank, end + timedelta(days=1)),
    ]


def _posts(unit: str) -> list[tuple[str, Function]]:
    what = units()[unit].classification
    common: list[tuple[str, Function]] = [("заместитель командира", "deputy"), ("инспектор штаба", "staff")]
    if what == "special police":
        return [("боец", "member"), ("боец", "member"), ("старший боец", "member"), ("командир отделения", "member"), *common]
    if what in ("detention", "guard", "prison"):
        return [("контролёр", "member"), ("дежурный", "member"), ("фельдшер", "member"), ("начальник смены", "member"), *common]
    if what == "convoy":
        return [("конвоир", "member"), ("милиционер-водитель", "member"), *common]
    return [("милиционер", "member"), ("участковый", "member"), ("оперуполномоченный", "member"), *common]


def _officer(badge: str, at: int, chance: Random) -> Officer:
    female = at > 80 and chance.random() < 0.08
    old = 1962 if at < 30 else 1974
    return Officer(badge, any_name(chance, female=female), date(old, 1, 1) + timedelta(days=chance.randint(0, 9000)))


def _alike(officers: dict[str, Officer], badges: list[str]) -> dict[str, Officer]:
    """Three pairs of namesakes born in other years; three pairs of brothers."""
    plain = [badge for badge in badges[90:] if not officers[badge].name.female]
    changed = dict(officers)
    for at in range(3):
        one, other = plain[at * 7], plain[at * 7 + 3]
        changed[other] = replace(changed[other], name=changed[one].name, born=changed[one].born - timedelta(days=4019 + at))
        one, brother = plain[60 + at * 9], plain[60 + at * 9 + 4]
        kin = changed[one].name
        given = (kin.given + 5 + at) % 20
        changed[brother] = replace(
            changed[brother], name=replace(kin, given=given), born=changed[one].born + timedelta(days=800 + 91 * at)
        )
    return changed
