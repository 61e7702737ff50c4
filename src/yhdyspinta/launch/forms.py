"""Input of the launch pack's pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.languages import Languages
from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.launch.channels import POSTS, limit_of, names_of, room_for
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.launch.words import LEFT_OUT_WHEN_EMPTY, NAMES, WRITTEN, LaunchWords, missing, too_long
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.short_links import round_link
from yhdyspinta.ui import forms
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_ROWS = {"news": 9, "newsletter": 4, "picture_text": 2}
_HINTS = {
    "news": _("Markdown. Shown on the page of the matter when the pack is released."),
    "newsletter": _("The link is added after the words. Left out when it is empty in every language."),
    "picture_text": _("For those who do not see it. Needed when there is a picture."),
}
NEWS, CORRECTION = "news", "correction"
_OF_X = _("X counts any link as 23 characters and an emoji as two.")


class PackForm(forms.Form):
    """A launch pack: every text side by side in each language, and a picture."""

    def __init__(
        self, *args: Any, activity: Activity, has_picture: bool, replaces: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.activity, self.has_picture = activity, has_picture
        languages = Languages.of(activity.process.owner)
        for name, part in WRITTEN.items():
            self.fields[name] = forms.WordingField(
                **part.options,
                languages=languages.all,
                folded_languages=languages.beside,
                required=False,
                before_publishing=name not in {*LEFT_OUT_WHEN_EMPTY, "picture_text"},
                rows=_ROWS.get(name, 5),
                counted_to=self._room(name),
                help_text=self._hint(name),
            )
        self.fields["picture"] = forms.FileField(
            label=_("New picture") if has_picture else _("Picture"),
            suffixes=(".png", ".jpg", ".jpeg"),
            most_bytes=LARGEST_FILE,
            required=False,
            help_text=_("PNG or JPG, at most 5 MB."),
        )
        if has_picture:
            self.fields["drop_picture"] = forms.ConfirmField(label=_("Leave the picture out"), required=False)
        if replaces:
            self.fields["replace"] = forms.ConfirmField(
                label=_("These texts take the place of the saved draft, which has not been released")
            )
        self.fields["revision"] = forms.HiddenField()

    def _room(self, name: str) -> int | None:
        """What is left for the words of a post once its link stands after them, in the language where it is longest."""
        if name not in POSTS:
            return None
        tags = Languages.of(self.activity.process.owner).all
        return min(room_for(name, round_link(self.activity, tag)) for tag in tags)

    def _hint(self, name: str) -> Any:
        if name not in POSTS:
            return _HINTS.get(name, "")
        told = _(
            "%(channels)s: at most %(most)s characters with the link, which is added after the words. Left out when it is"
            " empty in every language."
        )
        words = str(told) % {"channels": names_of(name), "most": limit_of(name)}
        return f"{words} {_OF_X}" if "X" in names_of(name).split(", ") else words

    def clean(self) -> dict[str, Any]:
        """Posts fit where they go; before the preview nothing that is owed is missing."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        broken = set(self.errors)
        words = self.words()
        lacks = list(too_long(self.activity, words))
        if self.data.get("then") == "preview":
            lacks += missing(self.activity, words, has_picture=self._will_have_picture())
        for lack in lacks:
            if lack.field not in broken:
                self.add_error(lack.field, ValidationError(lack.words, code=f"language:{lack.language}"))
        return cleaned

    def _will_have_picture(self) -> bool:
        if self.cleaned_data.get("picture"):
            return True
        return self.has_picture and not self.cleaned_data.get("drop_picture")

    def words(self) -> LaunchWords:
        """What was typed."""
        return LaunchWords(**{name: Wording(self.cleaned_data.get(name) or {}) for name in NAMES})


class ReleaseForm(forms.Form):
    """What is released: other news or a correction of the former, and when it goes out by itself."""

    def __init__(self, *args: Any, former: LaunchRelease | None, is_timed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_kind = former is not None
        if former is not None:
            headline = Wording(former.words["headline"]).text(page_language())
            corrects = _(
                "It takes the place of “%(headline)s”, and the former text stays behind it. Nobody is told anew."
            )
            self.fields["kind"] = forms.ChoiceField(
                label=_("What do you release?"),
                choices=[(NEWS, _("New news")), (CORRECTION, _("A correction of the former news"))],
                hints={
                    NEWS: _("It gets a page of its own, and the earlier news stays. Those who follow are told once."),
                    CORRECTION: str(corrects) % {"headline": headline},
                },
            )
        self.fields["release_at"] = forms.DateTimeField(label=_("Goes out"), required=is_timed)

    def clean(self) -> dict[str, Any]:
        """Who releases at once says no time."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.fields["release_at"].required:
            cleaned["release_at"] = None
            self.errors.pop("release_at", None)
        return cleaned
