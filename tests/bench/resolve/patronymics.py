"""A father's name as his children bear it, in three languages: by rule, and the irregular ones by list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.resolve.words import Given, Sex

_RUSSIAN = {
    "Илья": "Ильич", "Никита": "Никитич", "Павел": "Павлович", "Лев": "Львович", "Пётр": "Петрович", "Яков": "Яковлевич",
    "Михаил": "Михайлович", "Даниил": "Данилович", "Дмитрий": "Дмитриевич", "Георгий": "Георгиевич",
}  # fmt: skip
_BELARUSIAN = {
    "Илья": "Ільіч", "Никита": "Мікітавіч", "Павел": "Паўлавіч", "Лев": "Львовіч", "Пётр": "Пятровіч", "Яков": "Якаўлевіч",
    "Михаил": "Міхайлавіч", "Даниил": "Данілавіч", "Валерий": "Валер'евіч", "Юрий": "Юр'евіч", "Савелий": "Савельевіч",
    "Лаврентий": "Лаўрэнцьевіч",
}  # fmt: skip
_UKRAINIAN = {
    "Илья": "Ілліч", "Лев": "Львович", "Яков": "Якович", "Григорий": "Григорович", "Василий": "Васильович", "Фёдор": "Федорович",
    "Николай": "Миколайович",
}  # fmt: skip

_OF_ILYA = {"Ильич": "Ильинична", "Ільіч": "Ільінічна"}


@cache
def russian(father: Given, sex: Sex) -> str:
    """Ivanovich, Ivanovna."""
    name = father.russian
    if name in _RUSSIAN:
        son = _RUSSIAN[name]
    elif name.endswith("ий"):
        son = name[:-2] + "ьевич"
    elif name[-1] in "йь":
        son = name[:-1] + "евич"
    else:
        son = name + "ович"
    return son if sex == "male" else _daughter(son, ("вич", "вна"), ("ич", "ична"))


@cache
def belarusian(father: Given, sex: Sex) -> str:
    """Іванавіч, Іванаўна."""
    name = father.belarusian
    if father.russian in _BELARUSIAN:
        son = _BELARUSIAN[father.russian]
    elif name.endswith("й"):
        son = name[:-1] + "евіч"
    elif name.endswith("ь"):
        son = name + "евіч"
    elif name.endswith("ў"):
        son = name[:-1] + "вавіч"
    else:
        son = name + "авіч"
    return son if sex == "male" else _daughter(son, ("віч", "ўна"), ("іч", "ічна"))


@cache
def ukrainian(father: Given, sex: Sex) -> str:
    """Іванович, Іванівна."""
    name = father.ukrainian
    if father.russian in _UKRAINIAN:
        son = _UKRAINIAN[father.russian]
    elif name[-1] in "оа":
        son = name[:-1] + "ович"
    else:
        son = name + "ович"
    if sex == "male":
        return son
    return _daughter(son, ("йович", "ївна"), ("ович", "івна"), ("іч", "івна"))


def _daughter(son: str, *endings: tuple[str, str]) -> str:
    for his, hers in endings:
        if son.endswith(his):
            return _OF_ILYA.get(son) or son.removesuffix(his) + hers
    raise ValueError(f"no daughter's form of a patronymic ending in {son[-3:]}")
