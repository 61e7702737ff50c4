"""What followers hear of news, and what those hear who wrote it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Item, Message, NoticeKind
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language, page_language_of


def _released(notice: Notice) -> Message:
    headline = Wording(notice.values.get("headline", {})).text(page_language())
    return Message(
        subject=_("News in a matter you follow"),
        paragraphs=tuple(text for text in (process_title(notice), headline) if text),
        button_text=_("Read the news"),
        path=process_path(notice, _place(notice)),
        unsubscribe_path=unsubscribe_path(notice),
    )


def _place(notice: Notice) -> str:
    """Where the news stands under its process; before there was other news, a message did not say which it is of."""
    number = notice.values.get("number")
    return f"news/{notice.values['activity']}/{number}/" if number else f"news/{notice.values['activity']}/"


def _failed(notice: Notice) -> Message:
    """To whoever released it: after the last try nothing more happens by itself."""
    lines = (
        process_title(notice),
        _("The launch pack was to go out at its time, and it failed each time it was tried."),
        _("Its page tells why, and there you can try again."),
    )
    return Message(
        subject=_("A launch pack did not go out"),
        paragraphs=tuple(text for text in lines if text),
        button_text=_("Go to the launch pack"),
        path=notice.values["path"],
    )


def _out(notice: Notice) -> Message:
    """To those who write the pack: what is public now, what is theirs to put out, and where it all stands."""
    is_correction = notice.values["is_correction"]
    told = (
        _("The corrected news is public. Those who follow were not told anew.")
        if is_correction
        else _("The news is public, and those who follow are told.")
    )
    yours = _("The newsletter’s paragraph and the posts do not go out by themselves: copy them where they belong.")
    return Message(
        subject=_("A correction of a launch pack is out") if is_correction else _("A launch pack is out"),
        paragraphs=tuple(text for text in (process_title(notice), told, yours) if text),
        items=(*_news(notice), *_given(notice)),
        button_text=_("Go to the launch pack"),
        path=notice.values["path"],
    )


def _news(notice: Notice) -> list[Item]:
    """The news in each language that it was written in, on the page of that language."""
    values, ours = notice.values, notice.authority.duty_languages
    return [
        Item(
            heading=_("News (%(language)s)") % {"language": CONTENT_LANGUAGES[tag]},
            text=headline,
            path=f"/{values['owner']}/{page_language_of(tag, ours)}/processes/{values['process']}/{_place(notice)}",
        )
        for tag, headline in values["headline"].items()
        if headline and tag in CONTENT_LANGUAGES
    ]


def _given(notice: Notice) -> list[Item]:
    """What is given to others."""
    values = notice.values
    material = (
        _("The texts, the picture and the QR codes for organisations and newspapers.")
        if values["has_picture"]
        else _("The texts and the QR codes for organisations and newspapers.")
    )
    return [
        Item(_("Material for others"), material, process_path(notice, f"news/{values['activity']}/material/")),
        Item(
            _("Short link of the round"),
            _("It stands in each post and in the QR codes."),
            f"/{values['owner']}/{page_language()}/r/{values['code']}/",
        ),
    ]


KINDS = (
    NoticeKind("launch.released", gettext_lazy("News in a matter you follow"), _released, can_wait_for_digest=True),
    NoticeKind("launch.out", gettext_lazy("A launch pack is out"), _out),
    NoticeKind("launch.failed", gettext_lazy("A launch pack did not go out"), _failed),
)
