"""Tags of the round's templates."""

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from yhdyspinta.comments.queries import CommentShown
from yhdyspinta.methods.comment_rounds.fragments import comments_html, sorting_html

register = template.Library()


@register.simple_tag(takes_context=True)
def shown_comments(context: Context, comments: Sequence[CommentShown]) -> SafeString:
    """`{% shown_comments comments %}`: the comments of a list, with their answers and replies."""
    return comments_html(context, comments)


@register.simple_tag(takes_context=True)
def sorting(context: Context) -> SafeString:
    """`{% sorting %}`: the choices of order and filters above a list of comments."""
    return sorting_html(context)
