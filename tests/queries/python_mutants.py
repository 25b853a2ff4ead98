"""Ways in which a Python file can be wrong, each made on purpose: one change to its syntax tree at a time.

`mutants` makes them; `in_place_of` lets a loaded module behave as one of them, for whoever imported from it too.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import TypeAlias

Change: TypeAlias = Callable[[ast.AST], None]
OPERATORS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
}
PAIRS = [("min", "max"), ("any", "all"), ("since", "until"), ("begin", "end"), ("certain", "possible")]
PAIRS += [(f"{limits}_from", f"{limits}_to") for limits in ("possible", "certain", "cited")]
OTHER = {name: other for pair in PAIRS for name, other in (pair, pair[::-1])} | {"assumed": "certain"}
UNSEEN = {"strict", "frozen", "slots", "kw_only"}
"""Keywords that change no answer."""


@dataclass(frozen=True, slots=True)
class PythonMutant:
    """A file made wrong: where and in which way, and its text."""

    how: str
    source: str


def mutants(source: str) -> Iterator[PythonMutant]:
    """All mutants of one file, each different from it. Annotations, casts, messages of errors and docstrings stay as they are."""
    tree = ast.parse(source)
    plain = [ast.unparse(statement) for statement in tree.body]
    stands_in = {id(node): at for at, statement in enumerate(tree.body) for node in ast.walk(statement)}
    for where, node in _behaving(tree):
        for how, change in _changes(node):
            at = stands_in[id(node)]
            what = f"{where}: {ast.unparse(node).strip().splitlines()[0][:70]}: {how}"
            with _as_it_was(node):
                change(node)
                text = ast.unparse(tree.body[at])
            if text != plain[at]:
                source = "\n".join((*plain[:at], text, *plain[at + 1 :]))
                yield PythonMutant(f"line {getattr(node, 'lineno', 0)}, {what}", source)


@contextmanager
def _as_it_was(node: ast.AST) -> Iterator[None]:
    """Afterwards it is as before. Only what is its own is put back, lists as the same lists: a change is never deeper."""
    fields = dict(ast.iter_fields(node))
    listed = {name: list(value) for name, value in fields.items() if isinstance(value, list)}
    yield
    for name, value in fields.items():
        setattr(node, name, value)
        if name in listed:
            value[:] = listed[name]


@contextmanager
def in_place_of(module: ModuleType, source: str) -> Iterator[None]:
    """The module behaves as this source says, through the function objects that others hold; afterwards as before."""
    namespace: dict[str, object] = {"__name__": module.__name__}
    exec(compile(source, module.__name__, "exec"), namespace)  # our own file, changed in one place
    theirs = dict(_functions(namespace, module.__name__))
    ours = [(function, theirs[name]) for name, function in _functions(vars(module), module.__name__) if name in theirs]
    before = [(function, function.__code__, function.__defaults__, function.__kwdefaults__) for function, _ in ours]
    constants = {
        name: value
        for name, value in namespace.items()
        if name in vars(module) and not name.startswith("__") and not callable(value) and not inspect.ismodule(value)
    }
    kept = {name: vars(module)[name] for name in constants}
    try:
        for function, other in ours:
            function.__code__, function.__defaults__, function.__kwdefaults__ = (
                other.__code__,
                other.__defaults__,
                other.__kwdefaults__,
            )
        vars(module).update(constants)
        yield
    finally:
        for function, code, defaults, by_keyword in before:
            function.__code__, function.__defaults__, function.__kwdefaults__ = code, defaults, by_keyword
        vars(module).update(kept)


def _functions(namespace: dict[str, object], name: str) -> Iterator[tuple[str, FunctionType]]:
    """The functions of a module and the methods of its classes, but for those that a decorator made."""
    for key, value in namespace.items():
        if isinstance(value, FunctionType) and value.__module__ == name:
            yield key, value
        elif isinstance(value, type) and value.__module__ == name:
            for method, held in vars(value).items():
                inner = getattr(held, "fget", None) or getattr(held, "__func__", None) or held
                if isinstance(inner, FunctionType) and not inner.__code__.co_freevars and not method.startswith("__"):
                    yield f"{key}.{method}", inner


def _behaving(tree: ast.AST, where: str = "") -> Iterator[tuple[str, ast.AST]]:
    """The nodes that can change an answer, always in the same order, each with the function that it stands in."""
    where = tree.name if isinstance(tree, ast.FunctionDef) else where
    yield where, tree
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list") or (name == "value" and _is_alias(tree)):
            continue
        for child in value if isinstance(value, list) else [value]:
            skipped = isinstance(child, ast.Raise | ast.Assert | ast.Import | ast.ImportFrom)
            skipped |= isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            skipped |= isinstance(child, ast.keyword) and child.arg in UNSEEN
            skipped |= isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
            skipped |= isinstance(tree, ast.Call) and ast.unparse(tree.func) == "cast" and child is tree.args[0]
            if isinstance(child, ast.AST) and not skipped:
                yield from _behaving(child, where)


def _is_alias(node: ast.AST) -> bool:
    return isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation).endswith("TypeAlias")


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What can be made wrong at this node, by itself."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in OPERATORS[type(operator)]:
                yield f"{other.__name__} for {type(operator).__name__}", _set("ops", other(), at)
    elif isinstance(node, ast.BoolOp):
        yield f"{OPERATORS[type(node.op)][0].__name__} for {type(node.op).__name__}", _set("op", OPERATORS[type(node.op)][0]())
        for at, value in enumerate(node.values):
            neutral = ast.Constant(isinstance(node.op, ast.And))
            yield f"{ast.unparse(value)[:40]} dropped", _set("values", neutral, at)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield f"{OPERATORS[type(node.op)][0].__name__} for {type(node.op).__name__}", _set("op", OPERATORS[type(node.op)][0]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield "sign or negation dropped", _set("operand", ast.UnaryOp(node.op, node.operand))
    elif isinstance(node, ast.IfExp | ast.If | ast.While):
        if not isinstance(node, ast.While):
            yield "always", _set("test", ast.Constant(True))
        yield "never", _set("test", ast.Constant(False))
    elif isinstance(node, ast.comprehension):
        for at in range(len(node.ifs)):
            yield f"without {ast.unparse(node.ifs[at])[:40]}", _set("ifs", ast.Constant(True), at)
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Name) and node.id in ("min", "max", "any", "all"):
        yield f"{OTHER[node.id]} for {node.id}", _set("id", OTHER[node.id])
    elif isinstance(node, ast.Attribute) and node.attr in OTHER:
        yield f"{OTHER[node.attr]} for {node.attr}", _set("attr", OTHER[node.attr])
    elif isinstance(node, ast.List | ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        for at, element in enumerate(node.elts):
            yield f"{ast.unparse(element)[:40]} dropped", _without("elts", at)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "nothing returned", _set("value", ast.Constant(None))
    elif isinstance(node, ast.Expr) or (isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub)):
        yield "left out", _left_out
    if isinstance(node, ast.Call) and len(node.args) > 1 and ast.unparse(node.func) in ("min", "max"):
        for at, argument in enumerate(node.args):
            yield f"{ast.unparse(argument)[:40]} dropped", _without("args", at)


def _constants(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    value = node.value
    if isinstance(value, bool):
        yield f"{not value}", _set("value", not value)
    elif isinstance(value, int | float):
        yield f"{value + 1}", _set("value", value + 1)
    elif isinstance(value, str):
        other = OTHER.get(value, f"not {value}")
        yield f"{other!r}", _set("value", other)
        if value in OTHER:
            yield f"not {value!r}", _set("value", f"not {value}")


def _set(name: str, value: object, at: int | None = None) -> Change:
    def change(node: ast.AST) -> None:
        if at is None:
            setattr(node, name, value)
        else:
            getattr(node, name)[at] = value

    return change


def _without(name: str, at: int) -> Change:
    def change(node: ast.AST) -> None:
        del getattr(node, name)[at]

    return change


def _left_out(node: ast.AST) -> None:
    """A statement that changes nothing; it stays a statement, so that no block is empty."""
    if isinstance(node, ast.AugAssign):
        node.value = ast.Constant(0)
    elif isinstance(node, ast.Expr):
        node.value = ast.Constant(None)
