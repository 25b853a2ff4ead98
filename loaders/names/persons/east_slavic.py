"""East Slavic names: surname, given name and patronymic in any order, script, scheme and case.

Which word plays which part is decided by a comma, by the patronymic's ending, by the table of given names, by capitals, by
the endings of surnames, in this order; where nothing decides, the usual order is taken and flagged. A double surname is one
key of both halves in their order; it meets its halves in a search alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.names.persons import initials, surnames
from loaders.names.persons.given import GivenMatch, declined, given, nearly_given
from loaders.names.persons.name import PersonName, Sex
from loaders.names.persons.patronymics import Patronymic, patronymic
from loaders.names.persons.skeleton import Reading, skeleton
from loaders.names.persons.titles import words as listed
from loaders.names.persons.words import Word

if TYPE_CHECKING:
    from loaders.names.persons.words import Cut

_WOMANS: Final = ("ская", "цкая", "ська", "цька", "skaya", "skaia", "skaja")
"""Endings of a woman's surname that no man's has in any case."""

_TURKIC: Final[tuple[tuple[str, Sex], ...]] = (("turkic_son", "male"), ("turkic_daughter", "female"))
"""Рашид оглы: the son of Rashid."""


class Roles(NamedTuple):
    """Which word plays which part."""

    surname: tuple[Word, ...] = ()
    given: Word | None = None
    patronymic: Word | None = None
    doubt: str | None = None
    child: Patronymic | None = None
    """What the patronymic says."""


def read(text: str, parts: Cut, how: Reading) -> PersonName:
    """An East Slavic name, taken apart."""
    roles = cast(parts, how)
    child = roles.child or (patronymic(roles.patronymic.text, how) if roles.patronymic else None)
    given_name = _agreeing(roles.given, how, child)
    sure = given_name.sure if given_name else None
    surname = surnames.read("-".join([word.text for word in roles.surname]), how)
    flags = {*parts.flags, *_doubts(parts, roles, given_name, child)}
    if surname.double:
        flags.add("double surname")
    given_mask, patronymic_mask = _masks(parts, roles, given_name, child)
    return PersonName(
        original=text,
        surname=surname.key,
        surname_spelt=surname.spelt,
        given=(sure.id if sure else None if given_name else skeleton(roles.given.text, how) or None) if roles.given else None,
        given_known=sure is not None,
        given_initials=given_mask,
        patronymic=(child.father.id if child.father else child.stem or None) if child else None,
        patronymic_known=child is not None and child.father is not None,
        patronymic_initials=patronymic_mask,
        sex=_sex(parts, roles, given_name, child),
        language=_language(parts, roles, given_name),
        rank=parts.rank,
        call_sign=parts.call_sign,
        flags=tuple(sorted(flags)) if flags else (),
    )


def _doubts(parts: Cut, roles: Roles, given_name: GivenMatch | None, child: Patronymic | None) -> list[str]:
    """What is doubtful about given name and patronymic."""
    doubts = [roles.doubt] if roles.doubt else []
    if child and child.near:
        doubts.append("patronymic nearly spelt")
    if given_name and given_name.short:
        doubts.append("short form")
    if given_name and given_name.near:
        doubts.append("given name nearly spelt")
    if child and given_name and given_name.sex not in (None, child.sex):
        doubts.append("given name and patronymic of two sexes")
    if parts.initials and not roles.given:
        doubts.append("initials only")
    return doubts


def _agreeing(word: Word | None, how: Reading, child: Patronymic | None) -> GivenMatch | None:
    """The given name, made to agree with the patronymic in case and sex where it can."""
    if word is None:
        return None
    given_name = given(word.text, how)
    if child and word.script == "cyrillic" and (child.inflected or given_name is None):
        given_name = declined(word.text, child.sex) or given_name
    given_name = given_name or nearly_given(word.text, how)
    if given_name and child and len(given_name.names) > 1:
        fitting = tuple(name for name in given_name.names if name.sex == child.sex)
        given_name = GivenMatch(fitting, given_name.short, given_name.near, given_name.spelt) if fitting else given_name
    return given_name


def _masks(parts: Cut, roles: Roles, given_name: GivenMatch | None, child: Patronymic | None) -> tuple[int, int]:
    letters = [initials.of_initial(letter) for letter in parts.initials]
    given_mask = patronymic_mask = 0
    if roles.given:
        for name in given_name.names if given_name else ():
            given_mask |= initials.of_name(name)
        if not given_name:
            given_mask = initials.of_initial(roles.given.text[0])
        elif given_name.short:
            given_mask |= initials.of_letter(roles.given.text[0])
        if letters:
            patronymic_mask = letters[0]
    elif letters:
        given_mask = letters[0]
        patronymic_mask = letters[1] if len(letters) > 1 else 0
    if child and roles.patronymic:
        patronymic_mask = initials.of_name(child.father) if child.father else initials.of_initial(roles.patronymic.text[0])
    return given_mask, patronymic_mask


def _sex(parts: Cut, roles: Roles, given_name: GivenMatch | None, child: Patronymic | None) -> Sex | None:
    if child:
        return child.sex
    if given_name and given_name.sex and not given_name.near:  # Валерый and Валерыя are one slip apart
        return given_name.sex
    if given_name and given_name.sex == "male":
        return None  # whatever the surname: Кулацька is a man's, too
    declinable = parts.initials and not roles.given
    if roles.surname and not declinable and roles.surname[-1].text.endswith(_WOMANS):
        return "female"
    return None


def cast(parts: Cut, how: Reading) -> Roles:
    """Which word plays which part."""
    words = parts.words
    if parts.comma is not None:
        before = [part for part in parts.parts[: parts.comma] if isinstance(part, Word)]
        after = [part for part in parts.parts[parts.comma :] if isinstance(part, Word)]
        if before and not any(patronymic(word.text, how) for word in before[1:]):
            child = next((word for word in after[1:] if patronymic(word.text, how)), None)
            return Roles(tuple(before), after[0] if after else None, child)
    if not words:
        return Roles()
    if len(words) == 1:
        alone = given(words[0].text, how) is not None and not parts.initials
        return Roles(given=words[0]) if alone else Roles((words[0],))
    return _two(words[0], words[1], how, parts) if len(words) == 2 else _many(words, how)


def _two(one: Word, other: Word, how: Reading, parts: Cut) -> Roles:
    first, second = given(one.text, how), given(other.text, how)
    child_one, child_other = patronymic(one.text, how), patronymic(other.text, how)
    if child_other and child_other.sex == "female" and child_other.father and not surnames.strongly(one.text):
        return Roles(given=one, patronymic=other)
    if (first is not None) != (second is not None) and (first or second).short:  # type: ignore[union-attr]
        unknown = (other if first else one).text
        if nearly_given(unknown, how) and not surnames.weakly(unknown):  # Павлюк is a surname beside Гермна
            return Roles((one,), other) if first else Roles((other,), one)
    if first and not second:
        may_be_child = child_other is not None and child_other.father is not None and not parts.initials
        return Roles((other,), one, doubt="surname or patronymic" if may_be_child else None)
    if second and not first:
        return Roles((one,), other)
    if first and second and first.firmness != second.firmness:
        return Roles((one,), other) if first.firmness < second.firmness else Roles((other,), one)
    if one.capitals != other.capitals:
        return Roles((one,), other) if one.capitals else Roles((other,), one)
    if not first and not second:
        near_one, near_other = nearly_given(one.text, how), nearly_given(other.text, how)
        if near_one and not near_other and not child_one and not surnames.strongly(one.text):
            return Roles((other,), one)
        if near_other and not near_one and not child_other and not surnames.strongly(other.text):
            return Roles((one,), other)
    for judge in (surnames.strongly, surnames.weakly):
        if judge(one.text) != judge(other.text):
            return Roles((one,), other) if judge(one.text) else Roles((other,), one)
    return Roles((other,), one, doubt="order guessed")


def _many(words: tuple[Word, ...], how: Reading) -> Roles:
    if len(words) > 3:
        for kind, sex in _TURKIC:
            if words[-1].text in listed("particle", kind):
                father = given(words[-2].text, how)
                child = Patronymic(skeleton(words[-2].text, how), father.sure if father else None, sex, inflected=False)
                return Roles(words[:-3], words[-3], words[-2], child=child)
    known = [place for place, word in enumerate(words) if given(word.text, how)]
    children = [place for place, word in enumerate(words) if place and patronymic(word.text, how)]
    for place in reversed(children):
        if place - 1 in known:
            return _around(words, place)
    for place in reversed(children):
        if nearly_given(words[place - 1].text, how) or declined(words[place - 1].text, "male"):
            return _around(words, place)
    if children:
        usual = [place for place in children if place in (1, 2)]
        place = usual[-1] if usual and usual[-1] == len(words) - 1 else usual[0] if usual else children[-1]
        return _around(words, place, None if len(children) == 1 else "order guessed")
    if known and known[0] > 0:
        return Roles(words[: known[0]], words[known[0]], doubt="order guessed")
    return Roles((words[-1],), words[0], doubt="order guessed")


def _around(words: tuple[Word, ...], place: int, doubt: str | None = None) -> Roles:
    """Patronymic at `place`, given name before it, the rest the surname."""
    return Roles((*words[: place - 1], *words[place + 1 :]), words[place - 1], words[place], doubt)


def _language(parts: Cut, roles: Roles, given_name: GivenMatch | None) -> str:
    """By letters that one language alone has, else by the form of the given name."""
    text = " ".join([word.text for word in parts.words if word.script == "cyrillic"])
    if not text:
        return "la"
    if "ў" in text:
        return "be"
    if "ї" in text or "є" in text or "ґ" in text:
        return "uk"
    form = roles.given.text if roles.given else ""
    if "і" not in text and (given_name is None or form in given_name.names[0].russian):
        return "ru"
    no_belarusian = "и" in text or "щ" in text
    if given_name is None:
        return "uk" if no_belarusian else "be"
    belarusian = any(form in name.belarusian for name in given_name.names)
    ukrainian = any(form in name.ukrainian for name in given_name.names)
    if "і" in text:
        return "uk" if no_belarusian or (ukrainian and not belarusian) else "be"
    if any(form in name.russian for name in given_name.names):
        return "ru"
    return "be" if belarusian else "uk" if ukrainian else "ru"
