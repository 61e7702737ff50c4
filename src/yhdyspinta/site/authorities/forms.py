"""Input of an authority's settings."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from yhdyspinta.authorities.actions import ContactFacts, LanguageFacts, LookFacts, NameFacts, RulesFacts
from yhdyspinta.authorities.logos import MOST_BYTES
from yhdyspinta.authorities.models import Authority
from yhdyspinta.authorities.written import CONTACT, LOOK, NAMES
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.parts import TextPart

REGIMES = {
    "authority": _("Authority"),
    "association": _("Association"),
}
REGIME_HINTS = {
    "authority": _("The acts on openness, language and information management hold."),
    "association": _("The association’s own rules hold; what is received is not a public document."),
}


class SettingsForm(forms.Form):
    """A group of an authority's settings; `facts` is what its action takes."""

    facts_class: ClassVar[type]

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        kwargs["initial"] = self.initial_of(authority)
        super().__init__(*args, **kwargs)
        self.add_fields(authority)
        self.fields["revision"] = forms.HiddenField()

    def add_fields(self, authority: Authority) -> None:
        """Each group adds its own."""

    @classmethod
    def fact_names(cls) -> list[str]:
        return list(cls.facts_class.__dataclass_fields__)  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, authority: Authority) -> dict[str, Any]:
        return {name: getattr(authority, name) for name in [*cls.fact_names(), "revision"]}

    def facts(self) -> Any:
        """What was written, as the action takes it."""
        return self.facts_class(**{name: _kept(self.cleaned_data[name]) for name in self.fact_names()})

    @property
    def revision_number(self) -> int:
        return number_of(self.cleaned_data["revision"], most_digits=9) or 0

    def wording(self, authority: Authority, name: str, part: TextPart, hint: Any = "", **options: Any) -> None:
        """A text in each language of the authority."""
        options.setdefault("required", False)
        folded = forms.not_owed(authority.languages, authority.duty_languages)
        self.fields[name] = forms.WordingField(
            help_text=hint, languages=authority.languages, folded_languages=folded, **part.options, **options
        )


def _kept(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Wording(value)
    return tuple(value) if isinstance(value, list) else value


class NamesForm(SettingsForm):
    """What the authority is called."""

    facts_class = NameFacts

    def add_fields(self, authority: Authority) -> None:
        owed = authority.duty_languages
        self.wording(authority, "name", NAMES["name"], required=True, required_languages=owed)
        genitive = _("For sentences. For example: Keski-Suomen hyvinvointialueen.")
        self.wording(authority, "name_inflected", NAMES["name_inflected"], genitive)
        self.wording(authority, "tagline", NAMES["tagline"], _("Shown beside the name on every page."))


class LanguagesForm(SettingsForm):
    """The languages of texts."""

    facts_class = LanguageFacts

    def add_fields(self, authority: Authority) -> None:
        choices = list(CONTENT_LANGUAGES.items())
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Languages in use"), help_text=_("Staff can write in these."), choices=choices
        )
        self.fields["duty_languages"] = forms.MultipleChoiceField(
            label=_("Required languages"),
            help_text=_("Nothing is published until it exists in these."),
            choices=choices,
        )


class LookForm(SettingsForm):
    """Colours and logo."""

    facts_class = LookFacts

    def add_fields(self, authority: Authority) -> None:
        self.fields["colour_main"] = forms.TextField(
            label=_("Main colour"),
            help_text=_("Headers and buttons. White text must be readable on it. For example: #0d4d47."),
            max_length=7,
            width=10,
        )
        self.fields["colour_accent"] = forms.TextField(
            label=_("Accent colour"),
            help_text=_("The most important button. Dark text must be readable on it. For example: #f2a541."),
            max_length=7,
            width=10,
        )
        self.fields["logo"] = forms.FileField(
            label=_("New logo"),
            help_text=_("PNG, JPEG or WebP, at most 2 MB. It is made at most 400 pixels high."),
            suffixes=(".png", ".jpg", ".jpeg", ".webp"),
            most_bytes=MOST_BYTES,
            required=False,
        )
        hint = _("For those who do not see it.")
        self.wording(authority, "logo_description", LOOK["logo_description"], hint)

    def clean_colour_main(self) -> str:
        return str(self.cleaned_data["colour_main"]).lower()

    def clean_colour_accent(self) -> str:
        return str(self.cleaned_data["colour_accent"]).lower()


class ContactForm(SettingsForm):
    """How the authority is reached without the service."""

    facts_class = ContactFacts

    def add_fields(self, authority: Authority) -> None:
        self.wording(authority, "contact_unit", CONTACT["contact_unit"])
        self.fields["phone"] = forms.TextField(
            label=_("Phone number"), help_text=_("Shown beside every form."), required=False, max_length=40
        )
        self.wording(authority, "phone_hours", CONTACT["phone_hours"])
        self.wording(
            authority, "paper_way", CONTACT["paper_way"], _("Where paper forms are found and where they are left.")
        )
        self.fields["email"] = forms.EmailField(label=_("E-mail address"), required=False)
        self.wording(authority, "postal_address", CONTACT["postal_address"], rows=3)
        self.wording(authority, "privacy_contact", CONTACT["privacy_contact"], _("Shown in every privacy notice."))


class RulesForm(SettingsForm):
    """Promises and limits of the authority's own."""

    facts_class = RulesFacts

    def add_fields(self, authority: Authority) -> None:
        self.fields["answer_days"] = forms.IntegerField(
            label=_("Answer time in days"),
            help_text=_(
                "A new matter's timeline and the day by which answers are promised are proposed so many days after "
                "commenting closes. Matters made before do not change. 1–365."
            ),
            min_value=1,
            max_value=365,
        )
        self.fields["moderation_hours"] = forms.IntegerField(
            label=_("Comments are checked within (hours)"),
            help_text=_("The desk warns when this has passed. 1–168."),
            min_value=1,
            max_value=168,
        )
        self.fields["small_group_limit"] = forms.IntegerField(
            label=_("Smallest group shown in figures"),
            help_text=_("Smaller groups are left out, so that nobody can be recognised. 5–50."),
            min_value=5,
            max_value=50,
        )
        self.fields["answers_need_approval"] = forms.ConfirmField(
            label=_("Answers are approved by somebody else than their writer"),
            help_text=_("Whoever wrote an answer asks for approval, and another who may answer publishes it."),
            required=False,
        )


class RegimeForm(forms.Form):
    """Whether the laws on authorities hold."""

    regime = forms.ChoiceField(label=_("Legal regime"), choices=list(REGIMES.items()), hints=REGIME_HINTS)
    revision = forms.HiddenField()


class NationalForm(forms.Form):
    """A national organisation."""

    name = forms.WordingField(
        label=_("Name"),
        languages=("fi", "sv", "en"),
        required_languages=("fi", "sv"),
        folded_languages=("en",),
        max_length=120,
    )
    slug = forms.TextField(
        label=_("Address"), help_text=_("Small letters, digits and hyphens. For example: liitto."), max_length=60
    )
    regime = forms.ChoiceField(
        label=_("Legal regime"), choices=list(REGIMES.items()), hints=REGIME_HINTS, initial="authority"
    )
