"""Authorities hold no personal data but what senders write in feedback on accessibility: a message and an address."""

from typing import Final

FIELDS: Final = {
    "Authority": {
        "id": "internal", "slug": "public", "kind": "public", "regime": "public", "area": "public", "is_on": "public",
        "successor": "public", "name": "public", "name_inflected": "public", "tagline": "public",
        "languages": "public", "duty_languages": "public", "logo": "public", "logo_description": "public",
        "colour_main": "public", "colour_accent": "public", "contact_unit": "public", "email": "public",
        "phone": "public", "phone_hours": "public", "postal_address": "public", "paper_way": "public",
        "answer_days": "public", "moderation_hours": "public", "small_group_limit": "public", "answers_need_approval": "public",
        "revision": "internal", "privacy_contact": "public",
    },
    "AccessibilityFeedback": {
        "id": "internal", "authority": "internal", "number": "internal", "text": "personal",
        "page_address": "internal", "email": "personal", "language": "internal", "key": "internal",
        "arrived_at": "internal", "due_at": "internal", "extended_at": "internal", "answered_at": "internal",
        "answer": "internal",
    },
}  # fmt: skip
