"""What of a file is there already: papers that an earlier file brought, and rows that look like those of one."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID, uuid5

from yhdyspinta.comments.models import Comment, Receipt, Revision, Sender
from yhdyspinta.intake.importing.found import Checked, FoundSender
from yhdyspinta.intake.importing.problems import Problem
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.shown_names import naming_in
from yhdyspinta.people.skeletons import skeleton

_OURS: Final = UUID("7d0a9a0e-3c39-4a43-9a53-0f1c9c1b8f2e")
_NUMBERED: Final = "id:"


def key_of(upload: Upload, sender: FoundSender) -> UUID:
    """The receipt's key: the same number in any file of a round is the same sender, a bare row only that of its file."""
    place = sender.key if sender.key.startswith(_NUMBERED) else f"{upload.digest}:{sender.key}"
    return uuid5(_OURS, f"{upload.activity_id}:{upload.kind}:{place}")


def known_keys(upload: Upload, senders: Sequence[FoundSender]) -> set[UUID]:
    """The keys of senders whom an earlier file had brought; one query."""
    keys = [key_of(upload, sender) for sender in senders]
    return set(Receipt.objects.filter(activity=upload.activity, key__in=keys).values_list("key", flat=True))


def compare_with_known(upload: Upload, found: Checked) -> None:
    """Note which senders an earlier file brought, and rows with the number of one that say other words or speak of
    another part; one query.

    Two people who both number their papers from 1 would otherwise lose all that the second one typed.
    """
    numbered = [sender for sender in found.senders if sender.key.startswith(_NUMBERED)]
    by_key = {key_of(upload, sender): sender for sender in numbered}  # a bare row is brought in with its file only
    said = _words_under(upload, list(by_key)) if by_key else {}
    found.known = set(said)
    code = "participant_changed" if upload.kind == Upload.Kind.SERVICE else "number_taken"
    for key, sender in by_key.items():
        for comment in sender.comments if key in said else ():
            there = {(comment.thread_id, comment.text), (comment.thread_id, "")}  # "" had its time and was removed
            if not there & said[key]:
                number = sender.key.removeprefix(_NUMBERED)[:60]
                found.tell(Problem(comment.row, "", "", code, {"value": number}))


def compare_names(upload: Upload, found: Checked) -> None:
    """A pseudonym that looks as another sender's, of the round or of the file, is a mistake of its row; at most one query."""
    named = [one for one in found.senders if one.display_name and key_of(upload, one) not in found.known]
    if not named or naming_in(upload.activity) != "pseudonym":
        return
    rows = Sender.objects.filter(activity=upload.activity).exclude(skeleton=None)
    taken = set(rows.values_list("skeleton", flat=True))
    for one in named:
        seen_as = skeleton(one.display_name)
        if seen_as in taken:
            found.tell(Problem(one.row, *found.name_column, "pseudonym_taken", {}))
        taken.add(seen_as)


def _words_under(upload: Upload, keys: Sequence[UUID]) -> dict[UUID, set[tuple[int, str]]]:
    """What each paper says or has said of which part, by its key."""
    now = Comment.objects.filter(receipt__activity=upload.activity, receipt__key__in=keys)
    before = Revision.objects.filter(
        comment__receipt__activity=upload.activity, comment__receipt__key__in=keys
    ).values_list("comment__receipt__key", "comment__thread", "text")
    said: dict[UUID, set[tuple[int, str]]] = {}
    for key, thread, text in now.values_list("receipt__key", "thread", "text").union(before):
        said.setdefault(key, set()).add((thread, text))
    return said


def repeated_rows(upload: Upload, found: Checked) -> int:
    """How many rows without a number say the same on the same part and day as a typed comment; one query."""
    bare = [sender for sender in found.senders if not sender.key.startswith(_NUMBERED)]
    texts = {comment.text for sender in bare for comment in sender.comments}
    if not texts:
        return 0
    rows = Comment.objects.filter(activity=upload.activity, entered_by__isnull=False, text__in=texts)
    there = set(rows.values_list("thread", "text", "arrived_at"))
    return sum((one.thread_id, one.text, sender.arrived_at) in there for sender in bare for one in sender.comments)
