"""Which organisations gave a statement in a round, for its report."""

from collections.abc import Iterable

from yhdyspinta.comments.models import Comment
from yhdyspinta.statements.models import Statement


def gave_statement(activity_id: int) -> Iterable[int]:
    """The numbers of the organisations whose sent statement has something to read; one query."""
    sent = Statement.objects.filter(activity=activity_id, receipt__comments__state=Comment.State.VISIBLE)
    return sent.values_list("organisation", flat=True).distinct()
