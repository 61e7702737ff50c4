"""What an authority's administrator sets: names, languages, look, contacts, local rules; its regime is the operator's."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities import colours
from yhdyspinta.authorities.logos import remade
from yhdyspinta.authorities.models import Authority
from yhdyspinta.authorities.permission import Actor, require_administrator, require_operator
from yhdyspinta.places.models import Area
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class NameFacts:
    """What the authority is called."""

    name: Wording
    name_inflected: Wording = field(default_factory=Wording)
    tagline: Wording = field(default_factory=Wording)


@dataclass(frozen=True)
class LanguageFacts:
    """The languages in which staff may write, and those in which texts must exist before they are published."""

    languages: tuple[str, ...]
    duty_languages: tuple[str, ...]


@dataclass(frozen=True)
class LookFacts:
    """Colours, and what the logo shows."""

    colour_main: str
    colour_accent: str
    logo_description: Wording = field(default_factory=Wording)


@dataclass(frozen=True)
class ContactFacts:
    """How the authority is reached without the service."""

    contact_unit: Wording = field(default_factory=Wording)
    email: str = ""
    phone: str = ""
    phone_hours: Wording = field(default_factory=Wording)
    postal_address: Wording = field(default_factory=Wording)
    paper_way: Wording = field(default_factory=Wording)
    privacy_contact: Wording = field(default_factory=Wording)


@dataclass(frozen=True)
class RulesFacts:
    """Promises and limits of the authority's own."""

    answer_days: int
    moderation_hours: int
    small_group_limit: int
    answers_need_approval: bool = False


def _locked(authority: Authority, revision: int) -> Authority:
    found = Authority.objects.select_for_update(of=("self",)).select_related("area").get(pk=authority.pk)
    if found.revision != revision:
        raise Refusal("changed_meanwhile")
    return found


def _save(authority: Authority, facts: Mapping[str, Any], verb: str, actor: Actor, at: datetime) -> Authority:
    changed = [name for name, value in facts.items() if getattr(authority, name) != value]
    for name in changed:
        setattr(authority, name, facts[name])
    authority.revision += 1
    authority.save()
    record(verb, actor=actor, target=authority, at=at, authority_id=authority.pk, fields=changed)
    return authority


def _require_duties(authority: Authority, wording: Wording, name: str) -> None:
    """A text that exists must exist in every language that the authority owes."""
    missing = wording.missing(authority.duty_languages)
    if missing:
        languages = ", ".join(CONTENT_LANGUAGES[tag] for tag in missing)
        code = "authority_name_missing" if name == "name" else "language_missing"
        raise Refusal(code, status=422, field=name, languages=languages)


@transaction.atomic
def edit_names(*, actor: Actor, authority: Authority, facts: NameFacts, revision: int, at: datetime) -> Authority:
    """Change the names. Raises Refusal: not_your_role, changed_meanwhile, authority_name_missing, language_missing."""
    require_administrator(actor, authority)
    authority = _locked(authority, revision)
    _require_duties(authority, facts.name, "name")
    for name in ("name_inflected", "tagline"):
        if getattr(facts, name):
            _require_duties(authority, getattr(facts, name), name)
    return _save(authority, vars(facts), "authorities.names_edited", actor, at)


@transaction.atomic
def edit_languages(
    *, actor: Actor, authority: Authority, facts: LanguageFacts, revision: int, at: datetime
) -> Authority:
    """Change the languages.

    Raises Refusal: not_your_role, changed_meanwhile, duty_language_not_in_use, finnish_or_swedish_needed,
    bilingual_owes_both, authority_name_missing.
    """
    require_administrator(actor, authority)
    authority = _locked(authority, revision)
    languages = [tag for tag in CONTENT_LANGUAGES if tag in facts.languages]
    duties = [tag for tag in CONTENT_LANGUAGES if tag in facts.duty_languages]
    if not {"fi", "sv"} & set(duties):
        raise Refusal("finnish_or_swedish_needed", status=422, field="duty_languages")
    if not set(duties) <= set(languages):
        raise Refusal("duty_language_not_in_use", status=422, field="duty_languages")
    is_bilingual = authority.area is not None and authority.area.language_status == Area.LanguageStatus.BILINGUAL
    if is_bilingual and not {"fi", "sv"} <= set(duties):
        raise Refusal("bilingual_owes_both", status=422, field="duty_languages")
    missing = authority.name.missing(duties)
    if missing:
        words = ", ".join(CONTENT_LANGUAGES[tag] for tag in missing)
        raise Refusal("authority_name_missing", status=422, field="duty_languages", languages=words)
    new = {"languages": languages, "duty_languages": duties}
    return _save(authority, new, "authorities.languages_edited", actor, at)


@transaction.atomic
def edit_look(
    *,
    actor: Actor,
    authority: Authority,
    facts: LookFacts,
    revision: int,
    at: datetime,
    logo: bytes | None = None,
) -> Authority:
    """Change the colours and, when a picture comes with them, the logo.

    Raises Refusal: not_your_role, changed_meanwhile, colour_unknown, colour_not_readable, accent_not_readable,
    logo_too_big, logo_not_a_picture, logo_description_missing.
    """
    require_administrator(actor, authority)
    authority = _locked(authority, revision)
    _check_colour("colour_main", facts.colour_main, (colours.WHITE, colours.PAPER), "colour_not_readable", darker=True)
    _check_colour("colour_accent", facts.colour_accent, (colours.DARK_TEXT,), "accent_not_readable", darker=False)
    new = {**vars(facts), "colour_main": facts.colour_main.lower(), "colour_accent": facts.colour_accent.lower()}
    if logo is not None or authority.logo:
        missing = facts.logo_description.missing(authority.duty_languages)
        if missing:
            words = ", ".join(CONTENT_LANGUAGES[tag] for tag in missing)
            raise Refusal("logo_description_missing", status=422, field="logo_description", languages=words)
    if logo is not None:
        picture = remade(logo)
        new["logo"] = authority.logo.storage.save(f"logos/{secrets.token_hex(16)}.png", ContentFile(picture))
    return _save(authority, new, "authorities.look_edited", actor, at)


def _check_colour(name: str, colour: str, others: tuple[str, ...], code: str, *, darker: bool) -> None:
    if not colours.is_colour(colour):
        raise Refusal("colour_unknown", status=422, field=name)
    ratio = colours.lowest_contrast(colour, others)
    if ratio < colours.ENOUGH:
        nearest = colours.nearest_passing(colour, others, darker=darker)
        shown = f"{int(ratio * 10) / 10:.1f}"
        raise Refusal(code, status=422, field=name, ratio=shown, nearest=nearest)


@transaction.atomic
def remove_logo(*, actor: Actor, authority: Authority, revision: int, at: datetime) -> Authority:
    """Show the name instead of a logo."""
    require_administrator(actor, authority)
    authority = _locked(authority, revision)
    return _save(authority, {"logo": "", "logo_description": Wording()}, "authorities.logo_removed", actor, at)


@transaction.atomic
def edit_contact(*, actor: Actor, authority: Authority, facts: ContactFacts, revision: int, at: datetime) -> Authority:
    """Change how the authority is reached. Raises Refusal: not_your_role, changed_meanwhile, language_missing."""
    require_administrator(actor, authority)
    authority = _locked(authority, revision)
    for name, value in vars(facts).items():
        if isinstance(value, Wording) and value:
            _require_duties(authority, value, name)
    return _save(authority, vars(facts), "authorities.contact_edited", actor, at)


_RANGES = {
    "answer_days": (1, 365, "answer_days_out_of_range"),
    "moderation_hours": (1, 168, "moderation_hours_out_of_range"),
    "small_group_limit": (5, 50, "small_group_out_of_range"),
}


@transaction.atomic
def edit_rules(*, actor: Actor, authority: Authority, facts: RulesFacts, revision: int, at: datetime) -> Authority:
    """Change the local rules. Raises Refusal: not_your_role, changed_meanwhile, and one for each number out of range."""
    require_administrator(actor, authority)
    authority = _locked(authority, revision)
    for name, (least, most, code) in _RANGES.items():
        if not least <= getattr(facts, name) <= most:
            raise Refusal(code, status=422, field=name)
    return _save(authority, vars(facts), "authorities.rules_edited", actor, at)


@transaction.atomic
def edit_regime(*, actor: Actor, authority: Authority, regime: str, revision: int, at: datetime) -> Authority:
    """Say whether the laws on authorities hold. Raises Refusal: not_your_role, changed_meanwhile, unknown_regime."""
    require_operator(actor)
    authority = _locked(authority, revision)
    if regime not in Authority.Regime.values:
        raise Refusal("unknown_regime", status=422, field="regime")
    return _save(authority, {"regime": regime}, "authorities.regime_edited", actor, at)
