"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "page header": {
        "frame": {
            "authority_name": "Keski-Suomen hyvinvointialue",
            "tagline": "Osallistuminen ja vaikuttaminen",
            "home_url": "#main",
            "nav": [{"text": "Etusivu", "href": "#main", "current": True}, {"text": "Osallistu", "href": "#main"}],
            "languages": [
                {"code": "fi", "label": "FI", "name": "suomi", "href": "#main", "current": True},
                {"code": "sv", "label": "SV", "name": "svenska", "href": "#main"},
            ],
            "texts": {
                "links": [
                    {"text": "Tavallinen teksti", "lang": "fi", "href": "#main", "current": False},
                    {"text": "Selkokieli", "lang": "fi", "href": "#main", "current": True},
                    {"text": "davvisámegiella", "lang": "se", "href": "#main", "current": False},
                ],
                "note": "Kaikki tämän sivun tekstit eivät ole selkokielellä.",
            },
            "sign_in_url": "#main",
        },
    },
}
