"""Words in comments that search does not hold: those that wait to be checked or are hidden, for whoever checks them.

Nothing of them is kept for searching, so that nobody else's search can find them. Their own words are compared with the
stems of what is asked.
"""

from typing import Any, Final

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Q, QuerySet

from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.searching import terms_of, words_of

_UNSEEN: Final = (Comment.State.WAITING, Comment.State.HIDDEN)
_LANGUAGES: Final = ("fi", "sv", "en")
_LONGEST: Final = 200
_MOST_WORDS: Final = 8
#: Every form of a word begins so; it narrows what is compared.
_BEGINNING: Final = 3
_SHORTEST_PREFIX: Final = 5


def unseen_with_words(activity: Activity, words: str) -> QuerySet[Any, Any] | None:
    """The keys of the round's comments out of the public's sight that have every word in some form; None for none."""
    asked = words_of(words[:_LONGEST])[:_MOST_WORDS]
    if not asked or not activity.waiting_count + activity.hidden_count:
        return None
    narrowed = Q(activity=activity, state__in=_UNSEEN)
    for word in asked:
        narrowed &= Q(public_text__icontains=word[:_BEGINNING])
    query = SearchQuery(" & ".join(_ways(word) for word in asked), config="simple", search_type="raw")
    own_words: Any = SearchVector("public_text", config="simple")
    return Comment.objects.filter(narrowed).annotate(own_words=own_words).filter(own_words=query).values("pk")


def _ways(word: str) -> str:
    """A word, and whatever begins as its stem, or as the stem less its last two letters while five remain."""
    stems = {terms_of(word, language).split()[-1] for language in _LANGUAGES}
    beginnings = {stem for stem in stems if len(stem) >= _BEGINNING}
    beginnings |= {stem[:-2] for stem in stems if len(stem[:-2]) >= _SHORTEST_PREFIX}
    return "(" + " | ".join([f"'{word}'", *sorted(f"'{one}':*" for one in beginnings)]) + ")"
