"""Changes to authorities: switched on and off, and their settings."""

from yhdyspinta.authorities.actions.settings import (
    ContactFacts,
    LanguageFacts,
    LookFacts,
    NameFacts,
    RulesFacts,
    edit_contact,
    edit_languages,
    edit_look,
    edit_names,
    edit_regime,
    edit_rules,
    remove_logo,
)
from yhdyspinta.authorities.actions.switching import add_national, switch_off, switch_on, switch_on_again

__all__ = [
    "ContactFacts",
    "LanguageFacts",
    "LookFacts",
    "NameFacts",
    "RulesFacts",
    "add_national",
    "edit_contact",
    "edit_languages",
    "edit_look",
    "edit_names",
    "edit_regime",
    "edit_rules",
    "remove_logo",
    "switch_off",
    "switch_on",
    "switch_on_again",
]
