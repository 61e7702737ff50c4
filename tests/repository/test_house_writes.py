"""The house's promises about writes: in actions, with an actor first and a docstring, with known words."""

import ast
from pathlib import Path

import pytest

from tests.repository.notice_kinds import senders, sent
from tests.repository.sources import calls, first_text, is_action_module, name_of, trees
from yhdyspinta.audit import trail
from yhdyspinta.notices.outbox import kinds
from yhdyspinta.wording.refusals import known_codes

WRITES = {
    "save", "create", "delete", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "asave", "acreate", "adelete", "aupdate",
}  # fmt: skip
PREPARED = {"PreparedInsert", "PreparedChange"}  # statements that write, made where they are used


def _writing(tree: ast.AST) -> list[str]:
    found = []
    for name, call in calls(tree):
        if name in PREPARED or (name in WRITES and isinstance(call.func, ast.Attribute) and _is_of_rows(name, call)):
            found.append(f"line {call.lineno}: .{name}()")
    return found


def _is_of_rows(name: str, call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    owner = call.func.value
    if name != "update":
        return name_of(owner) != "cache"
    return bool(call.keywords) or (isinstance(owner, ast.Call) and name_of(owner.func) in {"filter", "all", "exclude"})


#: Where rows are written outside `actions`: a matter that has outgrown one file, or no matter of a person at all.
WRITERS: dict[str, str] = {
    "answers/corrections.py": "actions: published answers corrected with another's approval",
    "answers/drafts.py": "actions: ask for approval, give back",
    "answers/further_languages.py": "called by actions: a language that a published answer lacked",
    "answers/joining.py": "actions: join comments to a published answer, take them out",
    "answers/phrases.py": "actions: templates of answers",
    "answers/publishing.py": "actions: publish, correct and take back an answer",
    "answers/unshown.py": "called by actions that hide, mask, withdraw or show a comment: its published answer follows",
    "outcomes/unshown.py": "called by the same actions: the measures of its answer follow",
    "answers/rounds.py": "actions: close what needs no answer, summaries, mark a round as answered",
    "comments/drafts.py": "actions: what somebody is writing",
    "comments/endorsements.py": "actions: agree, and take it back",
    "comments/keeping_groups.py": "groups of senders as they are shown, taken anew by the clock and called by actions",
    "comments/receipts.py": "actions: receipts and codes sent again",
    "database/prepared_writes.py": "what is handed to it: the statements of actions",
    "material/attempts.py": "that background work failed, and when it is tried again; nobody's deed",
    "material/similar.py": "what the calculation of like comments and themes found; nobody's deed",
    "moderation/appeals.py": "actions: reports and appeals",
    "outcomes/measures.py": "actions: measures",
    "open_data/exports/building.py": "how far the files of a round are, noted by whoever makes them",
    "people/claiming.py": "actions: what a guest did becomes the person's own",
    "people/operators.py": "actions: operators, from the command line",
    "people/organisations.py": "actions: organisations and who speaks for them",
    "people/speaker_invitations.py": "actions: who is asked by e-mail to speak for an organisation",
    "processes/follows.py": "actions: following",
    "processes/invitations.py": "actions: roles in a process, offered by e-mail",
    "site/accessibility_actions.py": "actions: accessibility feedback",
    "site/register_actions.py": "actions: copies of the register, and what names in them are for",
    "site/retention.py": "what is no longer needed, deleted by the clock",
    "site/retention_of_documents.py": "what goes of documents when a process has had its time",
    "site/retention_of_intake.py": "what was begun and never sent, deleted by the clock",
    "audit/trail.py": "called by actions: the trail itself",
    "intake/unsaid.py": "called by actions: that what was told by letter stands no more",
    "comments/counters.py": "called by actions: counters in the same transaction",
    "notices/outbox.py": "called by actions: the notice that is owed",
    "processes/searching.py": "called by actions: the search index",
    "notices/delivery.py": "how sending a message went",
    "notices/digests.py": "messages gathered into the daily summary",
    "people/limits.py": "tries counted; nobody's matter",
    "people/models.py": "the manager that the framework asks for people",
    "people/visitors.py": "a guest at their first deed",
    "places/loading.py": "the carried list of areas",
    "site/trail_checks.py": "the verdict of the daily check",
    "statements/approval.py": "actions: ask for approval of a statement, give it back",
    "statements/representing.py": "actions: who says that they speak for an organisation, or no longer do",
}
#: `.save()` and `.update()` there are of pictures, of files and of a form's look, not of rows.
NO_ROWS = {
    "authorities/logos.py",
    "documents/files.py",
    "launch/pictures.py",
    "translating/files.py",
    "wording/word_files.py",
    "ui/fields.py",
    "ui/fields_of_wording.py",
    "ui/qr_codes.py",
}


def _may_write(path: str) -> bool:
    """Erasure and claiming are asked by the platform in its own transaction; the demo world is not the product's."""
    apart = path.startswith("demo/") or path.endswith("/personal.py") or "/migrations/" in path
    return apart or is_action_module(path) or path in WRITERS or path in NO_ROWS


def test_rows_are_written_in_actions_and_where_it_is_listed() -> None:
    found = {path: lines for path, tree in trees().items() if not _may_write(path) and (lines := _writing(tree))}
    assert found == {}


def test_the_list_of_writers_holds_none_that_writes_nothing() -> None:
    idle = [path for path in {*WRITERS, *NO_ROWS} if path not in trees() or not _writing(trees()[path])]
    assert idle == []


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
    "confirm": "whoever holds the link of a receipt's letter",
    "confirm_address": "whoever holds the link",
    "confirm_from_letter": "whoever holds the link",
    "send_codes_again": "whoever holds the address; the page says the same to all",
    "follow_by_email": "somebody without an account",
    "confirm_follow": "whoever holds the link",
    "unfollow": "whoever holds the link",
    "write_at_table": "whoever holds the link of a table",
    "take_back_note": "whoever holds the link of a table",
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


def test_every_refusal_that_has_words_is_used() -> None:
    said = {
        node.value
        for path, tree in trees().items()
        if Path(path).name != "refusals.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert known_codes() - said == set()


def test_every_verb_of_the_trail_has_its_words() -> None:
    missing = [
        f"{path}:{call.lineno} {verb}"
        for path, tree in trees().items()
        for name, call in calls(tree)
        if name in {"record", "record_each", "_record", "_note", "note"} and (verb := first_text(call)) is not None
        if trail.verb_words(verb) == verb
    ]
    assert missing == []


def test_the_check_of_notices_sees_what_passes_them_on() -> None:
    assert {"tell_followers", "tell_of_round", "tell_of_answer", "tell_sender"} <= set(senders())
    seen = {one.kind for one in sent()}
    assert {"processes.paused", "answers.summary", "answers.corrected", "outcomes.decided"} <= seen


def test_every_notice_is_registered() -> None:
    assert [one for one in sent() if one.kind not in kinds()] == []


def test_every_registered_notice_is_sent_by_somebody() -> None:
    assert set(kinds()) - {one.kind for one in sent()} == set()
