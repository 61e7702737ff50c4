"""Templates of answers: words that an authority's answers often hold."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.answers.models import AnswerTemplate
from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


def templates_of(authority_id: int) -> list[tuple[int, str]]:
    """Every template by its name, to choose from; one query, without the words."""
    rows = AnswerTemplate.objects.filter(authority=authority_id)
    return sorted(rows.order_by().values_list("pk", "name"), key=lambda row: row[1].casefold())


@transaction.atomic
def save_template(
    *,
    actor: Person,
    authority: Authority,
    template: AnswerTemplate | None,
    name: str,
    body: Wording,
    revision: int,
    at: datetime,
) -> AnswerTemplate:
    """Keep a template, a new one where `template` is None; the same words again change nothing.

    Raises Refusal("not_your_role"), ("changed_meanwhile"), ("template_empty") or ("template_name_taken").
    """
    require_staff(actor, "answer", authority)
    Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)  # names stay different
    if not body:
        raise Refusal("template_empty", status=422, field="body")
    found = AnswerTemplate(authority=authority) if template is None else _locked(authority, template)
    if template is not None and found.revision != revision:
        raise Refusal("changed_meanwhile")
    same = AnswerTemplate.objects.filter(authority=authority, name__iexact=name).exclude(pk=found.pk).first()
    if same is not None and (template is not None or same.body != body):
        raise Refusal("template_name_taken", status=422, field="name")
    if same is not None:
        return same
    found.name, found.body, found.saved_at, found.saved_by = name, body, at, actor
    found.revision += 0 if template is None else 1
    found.save()
    record("answers.template_saved", actor=actor, target=found, at=at, authority_id=authority.pk)
    return found


@transaction.atomic
def remove_template(*, actor: Person, template: AnswerTemplate, at: datetime) -> None:
    """Throw a template away; answers that began with it keep their words."""
    require_staff(actor, "answer", template.authority)
    record("answers.template_removed", actor=actor, target=template, at=at, authority_id=template.authority_id)
    template.delete()


def _locked(authority: Authority, template: AnswerTemplate) -> AnswerTemplate:
    return AnswerTemplate.objects.select_for_update().get(pk=template.pk, authority=authority)
