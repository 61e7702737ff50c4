"""What stands folded on a page, behind the words that open it."""

import re


def folded(page: str) -> str:
    return "".join(re.findall(r"<details class=\"govuk-details\">.*?</details>", page, flags=re.DOTALL))
