"""The house's promises about writes: in actions, with an actor first and a docstring, with known words."""

import ast
from pathlib import Path

import pytest

from tests.repository.sources import calls, first_text, is_action_module, name_of, trees
from yhdyspinta.audit import trail
from yhdyspinta.notices.outbox import kinds
from yhdyspinta.wording.refusals import known_codes

WRITES = {
    "save", "create", "delete", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "asave", "acreate", "adelete", "aupdate",
}  # fmt: skip


def _writing(tree: ast.AST) -> list[str]:
    found = []
    for name, call in calls(tree):
        if name in WRITES and isinstance(call.func, ast.Attribute) and _is_of_rows(name, call):
            found.append(f"line {call.lineno}: .{name}()")
    return found


def _is_of_rows(name: str, call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    owner = call.func.value
    if name != "update":
        return name_of(owner) != "cache"
    return bool(call.keywords) or (isinstance(owner, ast.Call) and name_of(owner.func) in {"filter", "all", "exclude"})


def test_a_method_writes_only_in_its_actions() -> None:
    allowed = ("/migrations/", "/personal.py")  # erasure and claiming are asked by the platform in its own transaction
    found = {
        path: lines
        for path, tree in trees().items()
        if path.startswith("methods/")
        and not is_action_module(path)
        and not any(part in f"/{path}" for part in allowed)
        if (lines := _writing(tree))
    }
    assert found == {}


@pytest.mark.parametrize("kind", ["views", "staff_views", "feeds", "queries", "rules", "forms"])
def test_pages_queries_rules_and_forms_write_nothing(kind: str) -> None:
    found = {
        path: lines
        for path, tree in trees().items()
        if (Path(path).stem.endswith(kind) or f"/{kind}/" in path) and (lines := _writing(tree))
    }
    assert found == {}


def _actions() -> list[tuple[str, ast.FunctionDef]]:
    """Every function that is one transaction of its own, wherever it stands."""
    return [
        (path, node)
        for path, tree in trees().items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and any(name_of(one) == "atomic" for one in node.decorator_list)
    ]


def test_there_are_actions() -> None:
    assert len(_actions()) > 100


def test_every_action_says_what_it_does() -> None:
    silent = [f"{path}: {node.name}" for path, node in _actions() if not ast.get_docstring(node)]
    assert silent == []


#: Nobody acts in these: the clock does, or somebody whom only a link or an address names.
WITHOUT_ACTOR: dict[str, str] = {
    "seal": "the trail seals itself each minute",
    "run": "retention runs each night",
    "owe_digests": "the daily summaries of all",
    "send_codes_again": "whoever holds the address; the page says the same to all",
    "follow_by_email": "somebody without an account",
    "confirm_follow": "whoever holds the link",
    "unfollow": "whoever holds the link",
    "change_follow": "whoever holds the link",
    "load_areas": "the carried data",
    "fill": "the demo world, by its own actors",
}


def test_every_action_takes_names_only_and_its_actor_first() -> None:
    wrong = []
    for path, node in _actions():
        if node.name.startswith("_") or node.name in WITHOUT_ACTOR:
            continue
        names = [argument.arg for argument in node.args.kwonlyargs]
        if node.args.args or not names or names[0] != "actor":
            wrong.append(f"{path}: {node.name}")
    assert wrong == []


def test_every_refusal_has_its_words() -> None:
    missing = [
        f"{path}:{call.lineno} {code}"
        for path, tree in trees().items()
        for name, call in calls(tree)
        if name in {"Refusal", "no", "refuse_with"} and (code := first_text(call)) is not None
        if code not in known_codes()
    ]
    assert missing == []


def test_every_verb_of_the_trail_has_its_words() -> None:
    missing = [
        f"{path}:{call.lineno} {verb}"
        for path, tree in trees().items()
        for name, call in calls(tree)
        if name in {"record", "_record", "_note", "note"} and (verb := first_text(call)) is not None
        if trail.verb_words(verb) == verb
    ]
    assert missing == []


def test_every_notice_is_registered() -> None:
    missing = [
        f"{path}:{call.lineno} {kind}"
        for path, tree in trees().items()
        for name, call in calls(tree)
        if name in {"owe", "_owe"} and (kind := first_text(call)) is not None
        if kind not in kinds()
    ]
    assert missing == []
