"""A name taken apart: which word is the surname, whose child, and what the rest says."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from loaders.names.persons import initials as masks
from loaders.names.persons import reading as readings
from loaders.names.persons import surnames
from loaders.names.persons.given import Found, given, nearly_given
from loaders.names.persons.name import PersonName, Sex
from loaders.names.persons.patronymics import Patronymic, patronymic
from loaders.names.persons.skeleton import Reading, skeleton
from loaders.names.persons.titles import words as listed
from loaders.names.persons.words import Cut, Word, cut


_WOMANS = ("ская", "цкая", "ська", "цька", "skaya", "skaia", "skaja")


@dataclass(slots=True)
class _Roles:
    """Which word plays which part."""

    surname: tuple[Word, ...] = ()
    given: Word | None = None
    patronymic: Word | None = None
    flags: set[str] = field(default_factory=set)


@lru_cache(maxsize=1 << 18)
def parse(text: str) -> PersonName:
    """A name taken apart. Any text gives an answer; `original` is the text."""
    parts = cut(text)
    words = parts.words
    scripts = {word.script for word in words}
    if "cyrillic" in scripts:
        return _east_slavic(text, parts, "plain")
    if scripts <= {"latin"}:
        how = readings.of([word.text for word in words])
        if how != "foreign":
            return _east_slavic(text, parts, how)
    return _elsewhere(text, parts)


def _east_slavic(text: str, parts: Cut, how: Reading) -> PersonName:
    roles = _roles(parts, how)
    flags = set(parts.flags) | roles.flags
    letters = parts.initials
    child = patronymic(roles.patronymic.text, how) if roles.patronymic else None
    found = _given(roles.given, how, child) if roles.given else None
    sure = found.sure if found else None
    sex: Sex | None = child.sex if child else None
    if found:
        if found.short:
            flags.add("short form")
        if found.near:
            flags.add("given name nearly spelt")
        if sex is None and len({name.sex for name in found.names}) == 1:
            sex = found.names[0].sex
    given_mask = patronymic_mask = 0
    if found:
        for name in found.names:
            given_mask |= masks.of_name(name)
        if found.short and roles.given:
            given_mask |= masks.of_initial(roles.given.text[0])
        if letters:
            patronymic_mask = masks.of_initial(letters[0])
    elif roles.given:
        given_mask = masks.of_initial(roles.given.text[0])
        if letters:
            patronymic_mask = masks.of_initial(letters[0])
    elif letters:
        flags.add("initials only")
        given_mask = masks.of_initial(letters[0])
        if len(letters) > 1:
            patronymic_mask = masks.of_initial(letters[1])
    if child:
        if child.near:
            flags.add("patronymic nearly spelt")
        patronymic_mask = (
            masks.of_name(child.father) if child.father else masks.of_initial(roles.patronymic.text[0]) if roles.patronymic else 0
        )
    if len(roles.surname) > 1 or any("-" in word.text for word in roles.surname):
        flags.add("double surname")
    halves = [half for word in roles.surname for half in word.text.split("-") if half]
    if sex is None and halves and (roles.given or not letters) and halves[-1].endswith(_WOMANS):
        sex = "female"
    return PersonName(
        original=text,
        surname="-".join(surnames.key(half, how) for half in halves) or None,
        surname_spelt="-".join(surnames.spelt(half) for half in halves) or None,
        given=(sure.id if sure else None if found else skeleton(roles.given.text, how) or None) if roles.given else None,
        given_known=sure is not None,
        given_initials=given_mask,
        patronymic=(child.father.id if child.father else child.stem or None) if child else None,
        patronymic_known=child is not None and child.father is not None,
        patronymic_initials=patronymic_mask,
        sex=sex,
        language=_language(parts, roles),
        rank=parts.rank,
        call_sign=parts.call_sign,
        flags=tuple(sorted(flags)),
    )


def _given(word: Word, how: Reading, child: Patronymic | None) -> Found | None:
    found = given(word.text, how) or nearly_given(word.text, how)
    if found and child and len(found.names) > 1:
        fitting = tuple(name for name in found.names if name.sex == child.sex)
        if fitting:
            found = Found(fitting, found.short, found.near)
    return found


def _roles(parts: Cut, how: Reading) -> _Roles:
    words = parts.words
    if parts.comma is not None:
        before = [part for part in parts.parts[: parts.comma] if isinstance(part, Word)]
        after = [part for part in parts.parts[parts.comma :] if isinstance(part, Word)]
        if before and not any(patronymic(word.text, how) for word in before[1:]):
            roles = _Roles(tuple(before))
            if after:
                roles.given = after[0]
                roles.patronymic = next((word for word in after[1:] if patronymic(word.text, how)), None)
            return roles
    if len(words) == 1:
        found = given(words[0].text, how)
        return _Roles(given=words[0]) if found and not parts.initials else _Roles((words[0],))
    if len(words) == 2:
        return _two(words[0], words[1], how)
    return _many(words, how)


def _two(one: Word, other: Word, how: Reading) -> _Roles:
    first, second = given(one.text, how), given(other.text, how)
    child_one, child_other = patronymic(one.text, how), patronymic(other.text, how)
    if first and child_other and child_other.sex == "female":
        return _Roles(given=one, patronymic=other)
    if first and not second:
        roles = _Roles((other,), one)
        if child_other and child_other.father:
            roles.flags.add("surname or patronymic")
        return roles
    if second and not first:
        return _Roles((one,), other)
    if one.capitals != other.capitals:
        return _Roles((one,), other) if one.capitals else _Roles((other,), one)
    if not first and not second:
        near_one, near_other = nearly_given(one.text, how), nearly_given(other.text, how)
        if near_one and not near_other and not child_one:
            return _Roles((other,), one)
        if near_other and not near_one and not child_other:
            return _Roles((one,), other)
    for judge in (surnames.strongly, surnames.weakly):
        if judge(one.text) and not judge(other.text):
            return _Roles((one,), other)
        if judge(other.text) and not judge(one.text):
            return _Roles((other,), one)
    return _Roles((other,), one, flags={"order guessed"})


def _many(words: list[Word], how: Reading) -> _Roles:
    turkic = listed("particle", "turkic")
    if words[-1].text in turkic and len(words) >= 4:
        return _Roles((words[0],), words[1], None)
    children = [place for place, word in enumerate(words) if place and patronymic(word.text, how)]
    known = [place for place, word in enumerate(words) if given(word.text, how)]
    for place in reversed(children):
        if place - 1 in known or (place - 1 >= 0 and nearly_given(words[place - 1].text, how)):
            rest = words[: place - 1] + words[place + 1 :]
            return _Roles(tuple(rest), words[place - 1], words[place])
    if children:
        place = children[-1] if len(children) == 1 or children[-1] != len(words) - 1 or 1 not in children else 1
        rest = words[: place - 1] + words[place + 1 :]
        return _Roles(tuple(rest), words[place - 1], words[place], {"order guessed"} if place not in (1, 2) else set())
    if known:
        place = known[0]
        if place == 0:
            return _Roles((words[-1],), words[0], flags={"order guessed"})
        return _Roles(tuple(words[:place]), words[place], flags={"order guessed"})
    return _Roles((words[-1],), words[0], flags={"order guessed"})


def _language(parts: Cut, roles: _Roles) -> str:
    words = parts.words
    if not any(word.script == "cyrillic" for word in words):
        return "la"
    text = " ".join(word.text for word in words)
    if any(letter in text for letter in "їєґ"):
        return "uk"
    if "ў" in text:
        return "be"
    if "і" in text:
        return "uk" if any(letter in text for letter in "ищ") else "be"
    found = given(roles.given.text) if roles.given else None
    if found and roles.given:
        form = roles.given.text
        if not any(form in name.russian for name in found.names):
            if any(form in name.belarusian for name in found.names):
                return "be"
            if any(form in name.ukrainian for name in found.names):
                return "uk"
    return "ru"


def _elsewhere(text: str, parts: Cut) -> PersonName:
    """Names of other cultures: the last word is the surname but for a comma, all others are given; nothing is cut off."""
    flags = set(parts.flags)
    words = parts.words
    particles = listed("particle", "arabic") | listed("particle", "romance")
    weighty = [word for word in words if word.text not in particles] or words
    scripts = {word.script for word in words}
    surname: Word | None = weighty[-1] if weighty else None
    rest = weighty[:-1]
    if parts.comma is not None:
        before = [part for part in parts.parts[: parts.comma] if isinstance(part, Word)]
        if before:
            surname, rest = before[-1], [word for word in weighty if word not in before]
    elif len(weighty) > 1:
        flags.add("order guessed")
    if not rest and parts.initials:
        flags.add("initials only")
    mask = 0
    for word in rest:
        mask |= masks.of_initial(word.text[0])
    for letter in parts.initials:
        mask |= masks.of_initial(letter)
    bones = skeleton(surname.text.replace("-", ""), "foreign") or surname.text if surname else None
    return PersonName(
        original=text,
        surname=bones,
        surname_spelt=surname.text if surname else None,
        given=(skeleton(rest[0].text, "foreign") or rest[0].text) if rest else None,
        given_known=False,
        given_initials=mask,
        patronymic=None,
        patronymic_known=False,
        patronymic_initials=0,
        sex=None,
        language="la" if scripts == {"latin"} else "ar" if scripts == {"arabic"} else "other",
        rank=parts.rank,
        call_sign=parts.call_sign,
        flags=tuple(sorted(flags)),
    )
