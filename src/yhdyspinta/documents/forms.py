"""Input of the staff pages of documents."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.files import ACCEPTED
from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.documents.written import ATTACHMENT, DOCUMENT, VERSION
from yhdyspinta.ui import forms
from yhdyspinta.wording.languages import CONTENT_LANGUAGES


class DocumentForm(forms.Form):
    """What a document is called and what it is about."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.WordingField(
            **DOCUMENT["title"].options,
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            needed_languages=needed,
        )
        self.fields["summary"] = forms.WordingField(
            **DOCUMENT["summary"].options,
            help_text=_("One or two sentences: what the document is about."),
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            required=False,
        )
        self.fields["revision"] = forms.HiddenField(required=False)


class VersionForm(forms.Form):
    """What a version is called and what changed in it."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.WordingField(
            **VERSION["name"].options,
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            needed_languages=needed,
        )
        self.fields["what_changed"] = forms.WordingField(
            **VERSION["what_changed"].options,
            help_text=_("In a few sentences for those who read the version before. Leave empty in the first version."),
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            required=False,
        )


class AttachmentForm(forms.Form):
    """A file beside a document."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = forms.FileField(
            label=_("File"),
            suffixes=ACCEPTED.split(","),
            most_bytes=LARGEST_FILE,
            allow_empty_file=True,
            help_text=_("PDF, Word, Excel, ODT, PNG, JPG, text or CSV. At most 5 MB."),
        )
        self.fields["name"] = forms.WordingField(
            **ATTACHMENT["name"].options,
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            required=False,
        )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the file"),
            required=False,
            select=True,
            choices=[("", _("Not chosen")), *((tag, CONTENT_LANGUAGES[tag]) for tag in languages)],
        )
