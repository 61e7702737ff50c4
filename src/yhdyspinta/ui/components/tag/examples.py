"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    c or "plain": {"text": t, "colour": c}
    for c, t in (
        ("", "Foorumi"),
        ("amber", "4 päivää jäljellä"),
        ("frost", "Tulossa"),
        ("rose", "Myöhässä"),
        ("moss", "Vastattu"),
    )
}
