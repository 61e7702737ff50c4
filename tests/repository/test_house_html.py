"""Ready HTML is made in a few reviewed places; everything else is escaped by the templates."""

import ast
import re

from tests.repository.sources import PRODUCT, calls, first_text, trees

#: Where text is called safe, and why it is.
SAFE: dict[str, str] = {
    "methods/comment_rounds/fragments.py": "pieces that our own template made, put together again",
    "ui/component.py": "the component's own template, which escapes its values",
    "ui/markdown.py": "cleaned by nh3 with our own list of elements",
    "ui/templatetags/ui.py": "an empty text",
    "ui/forms.py": "an empty text",
    "wording/templatetags/wording.py": "an empty text",
    "site/search_views.py": "the mark around a found word",
    "reports/area.py": "the picture of our own charts, which escape its words",
    "reports/pictures.py": "the bars of our own charts, which escape their words",
    "documents/passages.py": "Markdown that was cleaned already",
}


def test_mark_safe_stands_only_where_it_is_listed() -> None:
    used = {
        path for path, tree in trees().items() if any(name in {"mark_safe", "SafeString"} for name, _ in calls(tree))
    }
    assert sorted(used - set(SAFE)) == []


def test_safe_strings_outside_the_kit_are_constants() -> None:
    wrong = [
        f"{path}:{call.lineno}"
        for path, tree in trees().items()
        for name, call in calls(tree)
        if name == "SafeString" and first_text(call) is None and not _is_checked(path, call)
    ]
    assert wrong == []


def _is_checked(path: str, call: ast.Call) -> bool:
    """A constant chosen in the same function, or text that the Markdown cleaner made."""
    return path in {"documents/passages.py", "site/search_views.py"}


#: Names that tell a tag as a screen reader takes it: made with `html_lang`, or of the languages of pages.
_READY = re.compile(r"(?:^|[._])lang$|^LANGUAGE_CODE$|(?:^|\.)code$|\|html_lang$")
#: Pages and letters that are in a language of pages as a whole.
_WHOLE = ("notices/mail.html", "notices/account_mail.html", "ui/mail/frame.html")


def test_the_language_of_content_is_told_as_screen_readers_take_it() -> None:
    """`fi-x-selko` is Finnish to a screen reader: the filter `html_lang` says so wherever a template tells a language."""
    told = re.compile(r"""\b(?:href)?lang=(?:"\{\{\s*([^}]*?)\s*\}\}"|([a-z_.]+(?:\|[a-z_]+)?)(?=[\s%}]))""")
    wrong = [
        f"{file.relative_to(PRODUCT)}: {' '.join(found)}"
        for file in sorted(PRODUCT.rglob("*.html"))
        if not str(file).endswith(_WHOLE)
        for found in told.findall(file.read_text())
        if not _READY.search("".join(found))
    ]
    assert wrong == []


def test_no_template_turns_escaping_off() -> None:
    off = re.compile(r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq\b")
    wrong = [str(file.relative_to(PRODUCT)) for file in PRODUCT.rglob("*.html") if off.search(file.read_text())]
    assert wrong == []
