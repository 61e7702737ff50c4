"""In which language a sheet or a call is: as staff choose, or as its words tell, as on the public form."""

from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.comments.languages import GUESSED, MARKED_IN, language_name, language_of
from yhdyspinta.ui import forms


class WrittenIn(forms.Form):
    """A form of typed comments, whose boxes are called `text_…`, with their language."""

    usual_language = ""  # what the words are in where they do not tell

    def offer_by_words(self) -> None:
        """Begin from what the words tell, where the language that was begun from is one that words are told apart by."""
        usual, field = self.initial.get("language"), self.fields["language"]
        if usual not in GUESSED:
            return
        first = _("As the words tell, otherwise %(language)s") % {"language": language_name(usual)}
        field.choices = [("", first), *MARKED_IN.items()]  # type: ignore[attr-defined]
        field.required, field.marks_optional = False, False  # type: ignore[attr-defined]
        self.usual_language, self.initial["language"] = usual, ""

    @property
    def is_by_words(self) -> bool:
        """Whether nobody has chosen the language."""
        return not self.cleaned_data["language"]

    @property
    def written_in(self) -> str:
        """As chosen; otherwise what all the words tell together."""
        given: dict[str, Any] = self.cleaned_data
        texts = [str(text) for name, text in given.items() if name.startswith("text_") and text]
        return given["language"] or language_of("\n".join(texts), self.usual_language)

    @property
    def language_told(self) -> str:
        """The language in words, and whether it was chosen."""
        name = language_name(self.written_in)
        is_guess = self.is_by_words and self.written_in != self.usual_language
        return _("%(language)s, by the words") % {"language": name} if is_guess else name
