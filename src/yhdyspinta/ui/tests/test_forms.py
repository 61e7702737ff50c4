"""Every form field: shown empty, with what was typed, and with what must be mended."""

from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.utils.translation import override

from yhdyspinta.ui import forms
from yhdyspinta.ui.tests.same_html import meaning


class Everything(forms.Form):
    name = forms.TextField(label="Name", help_text="As others see it", width=20, autocomplete="name")
    text = forms.MultilineField(label="Text", max_length=20)
    plain = forms.MultilineField(label="Plain", count=False, required=False)
    email = forms.EmailField(label="E-mail")
    count = forms.IntegerField(label="Count", max_value=10)
    one = forms.ChoiceField(label="One", choices=[("a", "A"), ("b", "B")], hints={"b": "The second"})
    picked = forms.ChoiceField(label="Picked", choices=[("a", "A"), ("b", "B")], select=True)
    many = forms.MultipleChoiceField(label="Many", choices=[("a", "A"), ("b", "B")])
    sure = forms.ConfirmField(label="I am sure", help_text="It cannot be undone")
    file = forms.FileField(label="File", suffixes=(".docx", ".md"), most_bytes=10)
    on = forms.DateField(label="On")
    at = forms.DateTimeField(label="At")
    title = forms.WordingField(label="Title", languages=("fi", "sv", "en"), required_languages=("fi", "sv"))
    body = forms.WordingField(label="Body", languages=("fi", "sv"), multiline=True, required=False)
    revision = forms.HiddenField()


GOOD = {
    "name": " Aino ",
    "text": "Yksi\r\nkaksi",
    "plain": "",
    "email": "aino@example.fi",
    "count": "7",
    "one": "b",
    "picked": "a",
    "many": ["a", "b"],
    "sure": "on",
    "on-day": "5",
    "on-month": "9",
    "on-year": "2021",
    "at-day": "5",
    "at-month": "9",
    "at-year": "2021",
    "at-time": "23.59",
    "title-fi": "Otsikko",
    "title-sv": "Rubrik",
    "title-en": "",
    "body-fi": "Teksti",
    "revision": "3",
}
WRONG = GOOD | {
    "name": "",
    "text": "a<b>" * 10,
    "plain": "x\x00y",
    "email": "aino@",
    "count": "11",
    "one": "c",
    "picked": "c",
    "many": ["c"],
    "sure": "",
    "on-day": "31",
    "on-month": "2",
    "at-time": "25",
    "title-fi": "Otsikko<b>",
    "title-sv": "",
}


def a_file(name="luonnos.docx", content=b"abc"):
    return {"file": SimpleUploadedFile(name, content)}


def data(values):
    from django.http import QueryDict

    found = QueryDict(mutable=True)
    for key, value in values.items():
        found.setlist(key, value if isinstance(value, list) else [value])
    return found


def test_an_empty_form_shows_every_field():
    form = Everything()
    html = form.all_fields
    for name in ("name", "text", "email", "count", "one", "picked", "many", "sure", "file", "revision"):
        assert f'name="{name}"' in html, name
    for name in ("on-day", "on-month", "on-year", "at-time", "title-fi", "title-sv", "title-en", "body-sv"):
        assert f'name="{name}"' in html, name
    assert not form.summary
    assert not form.failed
    assert "govuk-error-message" not in html


def test_good_input_is_cleaned():
    form = Everything(data(GOOD), a_file())
    assert form.is_valid(), form.errors
    found = form.cleaned_data
    assert found["name"] == "Aino"
    assert found["text"] == "Yksi\nkaksi"
    assert found["count"] == 7
    assert found["many"] == ["a", "b"]
    assert found["on"].isoformat() == "2021-09-05"
    assert found["at"].isoformat() == "2021-09-05T20:59:00+00:00"
    assert found["title"] == {"fi": "Otsikko", "sv": "Rubrik"}
    assert found["body"] == {"fi": "Teksti"}
    assert found["body"].text("sv") == "Teksti"
    assert found["revision"] == "3"


def test_wrong_input_stays_typed_with_a_message_at_each_field():
    form = Everything(data(WRONG), a_file("kuva.exe"))
    assert not form.is_valid()
    wrong = {"name", "text", "plain", "email", "count", "one", "picked", "many", "sure", "file", "on", "at", "title"}
    assert set(form.errors) == wrong
    html = form.all_fields
    for typed in ("a&lt;b&gt;a", 'value="aino@"', 'value="11"', 'value="31"', 'value="25"', "Otsikko&lt;b&gt;"):
        assert typed in html, typed
    assert "<b>" not in html


def test_every_address_of_the_summary_exists():
    form = Everything(data(WRONG), a_file("kuva.exe"))
    html = form.all_fields
    ids = {dict(part[1]).get("id") for part in meaning(html) if isinstance(part, tuple)}
    for item in form.error_list:
        assert item["href"].removeprefix("#") in ids, item


def test_ids_are_unique_and_descriptions_exist():
    for form in (Everything(), Everything(data(WRONG), a_file("kuva.exe"))):
        tags = [dict(part[1]) for part in meaning(form.all_fields) if isinstance(part, tuple)]
        ids = [tag["id"] for tag in tags if tag.get("id")]
        assert len(ids) == len(set(ids))
        described = {name for tag in tags for name in tag.get("aria-describedby", "").split()}
        assert described <= set(ids)
        assert {tag["for"] for tag in tags if "for" in tag} <= set(ids)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_messages_are_in_the_reader_s_language(language):
    with override(language):
        form = Everything(data(WRONG), a_file("kuva.exe"))
        text = str(form.summary)
    title = {"fi": "Lomakkeessa on korjattavaa", "sv": "Det finns ett problem", "en": "There is a problem"}[language]
    assert title in text
    assert ("Fill in this field." in text) == (language == "en")


def test_file_too_big_and_a_bad_name():
    assert "file" in Everything(data(GOOD), a_file(content=b"x" * 11)).errors
    assert "file" in Everything(data(GOOD), a_file("a\u202ecod.docx")).errors
    assert "file" in Everything(data(GOOD), {}).errors


def test_a_wording_is_filled_from_what_is_stored_and_a_wrong_language_is_named():
    form = Everything(initial={"title": {"fi": "Vanha"}})
    assert 'value="Vanha"' in form.all_fields
    with override("en"):
        form = Everything(data(WRONG), a_file())
        assert form["title"].errors == ["Fill in this field."]
        assert [told["text"] for told in form.error_list if told["href"] == "#id_title-sv"] == [
            "Title (svenska): Fill in this field."
        ]
        told = {item["href"]: item["text"] for item in form.error_list}
        assert told["#id_title-sv"] == "Title (svenska): Fill in this field."
        assert told["#id_name"] == "Name: Fill in this field."


def test_texts_in_languages_that_are_no_longer_asked_stay():
    class Titled(forms.Form):
        title = forms.WordingField(label="Title", languages=("fi", "sv"))

    form = Titled(
        {"title-fi": "Uusi", "title-sv": ""}, initial={"title": {"fi": "Vanha", "sv": "Gammal", "se": "Vuodju"}}
    )
    assert form.is_valid()
    assert form.cleaned_data["title"] == {"fi": "Uusi", "se": "Vuodju"}
    assert hasattr(form.cleaned_data["title"], "in_language")


def test_a_required_wording_asks_the_first_language():
    class One(forms.Form):
        title = forms.WordingField(label="Title", languages=("sv", "fi"))

    assert One(data({"title-fi": "x"})).errors
    assert not One(data({"title-sv": "x"})).errors


@pytest.mark.parametrize(("page", "order"), [("fi", "fi sv en"), ("sv", "sv fi en"), ("en", "fi sv en")])
def test_the_language_of_the_page_stands_first_and_is_told_first(page, order):
    class One(forms.Form):
        title = forms.WordingField(
            label="Title", languages=("fi", "sv", "en"), required_languages=("fi", "sv"), folded_languages=("en",)
        )

    first, second, _ = order.split()
    with override(page):
        shown = str(One()["title"].rendered)
        wrong = One({})
        assert [problem.code for problem in wrong.errors["title"].as_data()] == [
            f"language:{first}",
            f"language:{second}",
        ]
        assert wrong.fields["title"].anchor(wrong["title"]) == f"id_title-{first}"
    assert sorted(order.split(), key=lambda language: shown.index(f'name="title-{language}"')) == order.split()


def test_a_refusal_is_put_at_its_field_or_above_the_form():
    form = Everything(data(GOOD), a_file())
    assert form.is_valid()
    form.refuse(SimpleNamespace(code="taken", field="name", words="Taken."))
    form.refuse(SimpleNamespace(code="closed", field="other", words="Closed."))
    assert form.refused_code == "closed"
    assert form.failed
    assert form.errors["name"] == ["Taken."]
    assert form.non_field_errors() == ["Closed."]
    assert "Closed." in form.summary
    assert "Taken." in form.all_fields


def test_a_refusal_of_a_wording_is_shown_at_it():
    form = Everything(data(GOOD), a_file())
    assert form.is_valid()
    form.refuse(SimpleNamespace(code="language_missing", field="title", words="Missing."))
    assert "Missing." in form.all_fields
    form = Everything(data(GOOD), a_file())
    assert form.is_valid()
    form.refuse(SimpleNamespace(code="language_missing", field="at", words="Missing."))
    assert "Missing." in form.all_fields


def test_the_whole_form_as_an_include():
    values = {"submit_text": "Save", "cancel_path": "/back/", "guard": True, "submit_name": "sure", "warning": True}
    html = render_to_string("ui/form.html", {"form": Everything(), **values})
    assert "data-guard" in html
    assert 'enctype="multipart/form-data"' in html
    assert 'name="sure" value="yes"' in html
    assert 'href="/back/"' in html
    assert "govuk-button--warning" in html
    plain = render_to_string("ui/form.html", {"form": forms.Form(), "submit_text": "Save"})
    assert "data-guard" not in plain
    assert "Save" in plain


def test_a_field_of_another_kind_is_refused():
    from django import forms as django_forms

    class Foreign(forms.Form):
        name = django_forms.CharField()

    with pytest.raises(TypeError):
        assert Foreign()["name"].rendered


def test_v3_the_key_of_a_form_is_one_however_often_it_is_sent_and_a_broken_one_is_new():
    class Sent(forms.Form):
        key = forms.KeyField()

    empty = Sent()
    assert UUID(empty["key"].value())
    assert empty["key"].value() == empty["key"].value() != Sent()["key"].value()
    kept = str(uuid4())
    first, again = Sent({"key": kept}), Sent({"key": kept})
    assert first.is_valid()
    assert again.is_valid()
    assert first.cleaned_data["key"] == again.cleaned_data["key"] == UUID(kept)
    for broken in ({}, {"key": ""}, {"key": "rikki"}, {"key": "\u202e\x00"}, {"key": "x" * 10_000}):
        form = Sent(broken)
        assert form.is_valid()
        assert isinstance(form.cleaned_data["key"], UUID)
