"""Which kinds of notice the product sends, read from its sources: through `owe` and everything that passes a kind on to it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.repository.sources import calls, name_of, trees

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Sender:
    """A function that owes a notice: which of its parameters tells the kind, and how (`answers.{}`)."""

    parameter: str
    place: int | None
    form: str


@dataclass(frozen=True)
class Sent:
    """A call that owes a notice, and its kind; None where the sources do not tell it."""

    where: str
    kind: str | None


@cache
def senders() -> dict[str, Sender]:
    """`owe`, those for many, and, round by round, each function that passes a parameter of its own on to one of those found.

    A private function goes by its file and name, as another file may have one of the same name.
    """
    found = {name: Sender("kind", 0, "{}") for name in ("owe", "owe_each", "owe_each_once")}
    while True:
        new = {
            _key(path, function.name): sender
            for path, tree in trees().items()
            for function in _functions(tree)
            if _key(path, function.name) not in found
            if (sender := _passes_on(path, function, found)) is not None
        }
        if not new:
            return found
        found |= new


def sent() -> Iterator[Sent]:
    """Every call whose kind is not simply the caller's own parameter."""
    for path, tree in trees().items():
        for function in _functions(tree):
            for name, call in _own_calls(function):
                sender = senders().get(_key(path, name))
                if sender is None or _passes_on(path, function, {_key(path, name): sender}) is not None:
                    continue
                for kind in _kinds(_argument(call, sender), sender, function, tree):
                    yield Sent(f"{path}:{call.lineno}", kind)


def _key(path: str, name: str) -> str:
    return f"{path}:{name}" if name.startswith("_") else name


def _functions(tree: ast.Module) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def _own_calls(function: Function) -> Iterator[tuple[str, ast.Call]]:
    """The calls of a function, without those of the functions inside it."""
    inner = {id(call) for one in ast.walk(function) if isinstance(one, Function) and one is not function
             for _, call in calls(one)}  # fmt: skip
    return ((name, call) for name, call in calls(function) if id(call) not in inner)


def _passes_on(path: str, function: Function, known: dict[str, Sender]) -> Sender | None:
    """How the function tells the kind by a parameter of its own, if it does."""
    places = [argument.arg for argument in function.args.args]
    names = [*places, *(argument.arg for argument in function.args.kwonlyargs)]
    for name, call in _own_calls(function):
        sender = known.get(_key(path, name))
        if sender is None:
            continue
        argument, form = _argument(call, sender), sender.form
        if isinstance(argument, ast.JoinedStr):
            parameter, form = _pattern(argument)
        else:
            parameter = argument.id if isinstance(argument, ast.Name) else ""
        if parameter in names:
            return Sender(parameter, places.index(parameter) if parameter in places else None, form)
    return None


def _pattern(text: ast.JoinedStr) -> tuple[str, str]:
    """`f"answers.{what}"` as ("what", "answers.{}"); nothing for any other form."""
    fixed = [part.value for part in text.values if isinstance(part, ast.Constant)]
    names = [part.value.id for part in text.values if isinstance(part, ast.FormattedValue)
             and isinstance(part.value, ast.Name)]  # fmt: skip
    if len(fixed) == len(names) == 1 and isinstance(text.values[0], ast.Constant):
        return names[0], f"{fixed[0]}{{}}"
    return "", ""


def _argument(call: ast.Call, sender: Sender) -> ast.expr | None:
    named = next((word.value for word in call.keywords if word.arg == sender.parameter), None)
    if named is not None or sender.place is None or sender.place >= len(call.args):
        return named
    return call.args[sender.place]


def _kinds(said: ast.expr | None, sender: Sender, function: Function, tree: ast.Module) -> Iterator[str | None]:
    """The kinds that an argument may be: a text, a choice of two, or a name that was given such a value."""
    if isinstance(said, ast.IfExp):
        yield from _kinds(said.body, sender, function, tree)
        yield from _kinds(said.orelse, sender, function, tree)
    elif isinstance(said, ast.Constant) and isinstance(said.value, str):
        yield sender.form.format(said.value)
    elif isinstance(said, ast.Name) and (values := [*_values(said.id, function), *_values_of_modules(said.id, tree)]):
        for value in values:
            yield from _kinds(value, sender, function, tree)
    else:
        yield None


def _values(name: str, within: ast.AST) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(within)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        if name in {name_of(target) for target in (node.targets if isinstance(node, ast.Assign) else [node.target])}
    ]


def _values_of_modules(name: str, tree: ast.Module) -> list[ast.expr]:
    """What a name in capitals stands for: in its own module, or in the one that it is imported from."""
    if not name.isupper():
        return []
    sources = [
        f"{node.module.removeprefix('yhdyspinta.').replace('.', '/')}.py"
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module and name in {alias.name for alias in node.names}
    ]
    return _values(name, trees()[sources[0]]) if sources else _values(name, tree)
