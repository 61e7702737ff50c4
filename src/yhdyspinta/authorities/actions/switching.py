"""Authorities come from the carried data or are added by name; an operator switches them on and off."""

import re
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.authorities.names import RESERVED_SLUGS, TAGLINE, inflected, proposed_slug
from yhdyspinta.authorities.permission import Actor, require_operator
from yhdyspinta.places.models import Area
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

FIRST_LANGUAGES: Final = ("fi", "sv", "en")
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DUTIES: Final = {"fi": ["fi"], "sv": ["sv"], "bilingual": ["fi", "sv"]}


@transaction.atomic
def switch_on(*, actor: Actor, area: Area, at: datetime) -> Authority:
    """Switch on the authority of a county or municipality, with what the carried data tell of it.

    Raises Refusal: not_your_role, aland_has_its_own_law, already_on.
    """
    require_operator(actor)
    area = Area.objects.select_for_update(of=("self",)).select_related("county").get(pk=area.pk)
    if Area.Kind.ALAND in {area.kind, area.county.kind if area.county else ""}:
        raise Refusal("aland_has_its_own_law", field="area")
    authority = Authority.objects.select_for_update().filter(area=area).first()
    if authority is not None and authority.is_on:
        raise Refusal("already_on", field="area")
    if authority is None:
        authority = Authority(**_first_facts(area))
    return _turned(authority, actor, at, is_on=True)


def _first_facts(area: Area) -> dict[str, Any]:
    is_municipality = area.kind == Area.Kind.MUNICIPALITY
    slug = proposed_slug(area)
    if slug in RESERVED_SLUGS or Authority.objects.filter(slug=slug).exists():
        slug = f"{slug}-{area.code}"
    return {
        "slug": slug,
        "kind": Authority.Kind.MUNICIPALITY if is_municipality else Authority.Kind.COUNTY,
        "regime": Authority.Regime.AUTHORITY,
        "area": area,
        "name": area.name,
        "name_inflected": inflected(area.name),
        "tagline": TAGLINE,
        "languages": list(FIRST_LANGUAGES),
        "duty_languages": _DUTIES[area.language_status],
    }


@transaction.atomic
def add_national(
    *, actor: Actor, name: Wording, slug: str, regime: str, at: datetime, duty_languages: tuple[str, ...] = ("fi", "sv")
) -> Authority:
    """Add a national organisation and switch it on.

    Raises Refusal: not_your_role, authority_name_missing, slug_not_usable, slug_taken, unknown_regime.
    """
    require_operator(actor)
    if regime not in Authority.Regime.values:
        raise Refusal("unknown_regime", status=422, field="regime")
    missing = name.missing(duty_languages)
    if missing:
        languages = ", ".join(CONTENT_LANGUAGES[tag] for tag in missing)
        raise Refusal("authority_name_missing", status=422, field="name", languages=languages)
    if not _SLUG.fullmatch(slug) or len(slug) > 60 or slug in RESERVED_SLUGS:
        raise Refusal("slug_not_usable", status=422, field="slug")
    if Authority.objects.filter(slug=slug).exists():
        raise Refusal("slug_taken", status=422, field="slug")
    authority = Authority(
        slug=slug,
        kind=Authority.Kind.NATIONAL,
        regime=regime,
        name=name,
        name_inflected=inflected(name),
        tagline=TAGLINE,
        languages=list(FIRST_LANGUAGES),
        duty_languages=list(duty_languages),
    )
    return _turned(authority, actor, at, is_on=True)


@transaction.atomic
def switch_off(*, actor: Actor, authority: Authority, at: datetime) -> Authority:
    """Take an authority's pages off; everything is kept and comes back when it is switched on again."""
    require_operator(actor)
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    if not authority.is_on:
        raise Refusal("already_off")
    return _turned(authority, actor, at, is_on=False)


@transaction.atomic
def switch_on_again(*, actor: Actor, authority: Authority, at: datetime) -> Authority:
    """Bring back an authority that was switched off, as it was."""
    require_operator(actor)
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    if authority.is_on:
        raise Refusal("already_on")
    return _turned(authority, actor, at, is_on=True)


def _turned(authority: Authority, actor: Actor, at: datetime, *, is_on: bool) -> Authority:
    authority.is_on = is_on
    authority.save()
    verb = "authorities.switched_on" if is_on else "authorities.switched_off"
    record(verb, actor=actor, target=authority, at=at, authority_id=authority.pk)
    return authority
