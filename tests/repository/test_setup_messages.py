"""The catalogue tool finds every kind of planted mistake and keeps translations."""

import gettext
from pathlib import Path

import pytest

from tools import messages

TEMPLATE = """{% load i18n %}
<h1>{% translate "Comments" %}</h1>
  <p title="{% trans 'Save' context "button" %}">{{ title|default:_("No title") }}</p>
    {% blocktranslate count n=total trimmed %}
      {{ n }} comment
    {% plural %}
      {{ n }} comments
    {% endblocktranslate %}
"""
CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy

def words(count, name):
    return _("Hello %(name)s") % {"name": name}, ngettext("%(n)s day", "%(n)s days", count), pgettext_lazy("verb", "Open")
"""
FI = {
    "Comments": "Kommentit",
    "Save": "Tallenna",
    "No title": "Ei otsikkoa",
    "Hello %(name)s": "Hei %(name)s",
    "Open": "Avaa",
    "%(n)s comment": ("%(n)s kommentti", "%(n)s kommenttia"),
    "%(n)s day": ("%(n)s päivä", "%(n)s päivää"),
}


@pytest.fixture
def product(tmp_path: Path) -> Path:
    app = tmp_path / "letters"
    (app / "templates").mkdir(parents=True)
    (app / "__init__.py").touch()
    (app / "templates" / "page.html").write_text(TEMPLATE)
    (app / "words.py").write_text(CODE)
    assert messages.collect(tmp_path, []) == []
    return tmp_path


def translate(product: Path, changed: dict | None = None, app: str = "letters") -> None:
    for language in messages.LANGUAGES:
        path = product / app / "locale" / language / "LC_MESSAGES" / "django.po"
        catalogue = messages.read_catalogue(path, language)
        for message in catalogue:
            if message.id:
                message.string = (FI | (changed or {})).get(messages._text(message), "")
        messages.write_catalogue(path, catalogue, language)


def test_texts_of_code_and_templates_are_collected(product):
    path = product / "letters" / "locale" / "fi" / "LC_MESSAGES" / "django.po"
    have = messages.messages_of(messages.read_catalogue(path, "fi"))
    assert {text for _context, text in have} == set(FI)
    assert ("button", "Save") in have
    assert ("verb", "Open") in have
    assert "Date" not in path.read_text()
    assert "page.html" not in path.read_text()


def test_complete_catalogues_pass_and_compile(product):
    translate(product)
    assert messages.check(product) == []
    messages.compile_all(product)
    with (product / "letters" / "locale" / "fi" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert read.gettext("Comments") == "Kommentit"
    assert read.pgettext("button", "Save") == "Tallenna"
    assert read.ngettext("%(n)s day", "%(n)s days", 2) == "%(n)s päivää"


def test_collecting_again_keeps_translations_and_drops_what_is_gone(product):
    translate(product)
    (product / "letters" / "words.py").write_text('_("Comments"); _("New")\n')
    messages.collect(product, ["letters"])
    have = messages.messages_of(
        messages.read_catalogue(product / "letters" / "locale" / "sv" / "LC_MESSAGES" / "django.po", "sv")
    )
    assert have[None, "Comments"].string == "Kommentit"
    assert have[None, "New"].string == ""
    assert (None, "Hello %(name)s") not in have


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"Comments": ""}, "empty: 'Comments'"),
        ({"Hello %(name)s": "Hei %(nimi)s"}, "other placeholders, %(name)s has become %(nimi)s"),
        ({"%(n)s day": ("%(n)s päivä", "päivää")}, "other placeholders, %(n)s has become none"),
        ({"%(n)s day": ("%(n)s päivä", "")}, "empty: '%(n)s day'"),
    ],
)
def test_planted_mistakes_are_found(product, changed, told):
    translate(product, changed)
    problems = messages.check(product)
    assert len(problems) == 2  # one in each language
    assert all(told in problem for problem in problems)


def test_the_singular_may_leave_the_number_out(product):
    translate(product, {"%(n)s day": ("yksi päivä", "%(n)s päivää")})
    assert messages.check(product) == []


def test_a_missing_text_a_fuzzy_one_and_an_unused_one_are_found(product, capsys):
    translate(product)
    words = product / "letters" / "words.py"
    words.write_text(CODE.replace("Hello", "Welcome"))
    path = product / "letters" / "locale" / "fi" / "LC_MESSAGES" / "django.po"
    path.write_text(path.read_text().replace('msgid "Comments"', '#, fuzzy\nmsgid "Comments"'))
    assert messages.main(["check", "--product", str(product)]) == 1
    told = capsys.readouterr().err
    assert "missing: 'Welcome %(name)s'" in told
    assert "not used any more: 'Hello %(name)s'" in told
    assert "fuzzy: 'Comments'" in told


def test_a_text_with_two_plural_forms_is_found(product):
    (product / "letters" / "more.py").write_text('ngettext("%(n)s day", "%(n)s dayz", n)\n')
    assert any("another plural form" in problem for problem in messages.check(product))


def test_a_text_translated_in_two_ways_is_found_and_collecting_takes_the_known_one(product):
    translate(product)
    other = product / "notes"
    other.mkdir()
    (other / "__init__.py").write_text('_("Comments")\n')
    messages.collect(product, ["notes"])
    assert messages.check(product) == []
    translate(product, {"Comments": "Huomautukset"}, app="notes")
    assert ["translated in different ways" in problem for problem in messages.check(product)] == [True, True]


def test_a_text_under_another_name_of_the_function_is_found(product):
    code = "from django.utils.translation import gettext_lazy as lazy, ngettext as several\n"
    code += 'WORDS = {2: lazy("Two")}\nDAYS = several("%(n)s night", "%(n)s nights", 2)\n'
    (product / "letters" / "numbers.py").write_text(code)
    translate(product)
    missing = [line.rsplit("missing: ")[-1] for line in messages.check(product) if "missing: " in line]
    assert len([line for line in missing if line.startswith("'Two'")]) == len(messages.LANGUAGES)
    assert len([line for line in missing if line.startswith("'%(n)s night'")]) == len(messages.LANGUAGES)
