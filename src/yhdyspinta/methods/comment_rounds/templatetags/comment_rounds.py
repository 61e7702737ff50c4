"""Tags of the round's templates."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from yhdyspinta.comments.queries import CommentShown
from yhdyspinta.methods.comment_rounds.fragments import comment_html, sorting_html

register = template.Library()


@register.simple_tag(takes_context=True)
def shown_comment(context: Context, comment: CommentShown) -> SafeString:
    """`{% shown_comment comment %}`: a comment of a list, with its answer and replies."""
    return comment_html(context, comment)


@register.simple_tag(takes_context=True)
def sorting(context: Context) -> SafeString:
    """`{% sorting %}`: the choices of order and filters above a list of comments."""
    return sorting_html(context)
