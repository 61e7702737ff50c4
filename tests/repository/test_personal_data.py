"""D1: every field of every model of ours is classed personal, internal or public."""

import pytest
from django.apps import apps

from yhdyspinta.people.personal_registry import CLASSES, classified, modules


def _fields() -> set[str]:
    return {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for config in apps.get_app_configs()
        if config.name.startswith("yhdyspinta.")
        for model in config.get_models()
        for field in model._meta.concrete_fields
    }


def test_d1_every_field_is_classed():
    assert sorted(_fields() - set(classified())) == []


def test_nothing_is_classed_that_does_not_exist():
    assert sorted(set(classified()) - _fields()) == []


def test_classes_are_the_three():
    assert set(classified().values()) <= CLASSES


@pytest.mark.django_db
def test_every_module_that_holds_people_can_show_erase_and_claim():
    for module in modules():
        has = {name for name in ("export", "erase", "claim") if hasattr(module, name)}
        assert has in (set(), {"export", "erase", "claim"}), module.__name__
