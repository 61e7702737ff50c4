import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import RequestFactory

from tests import factories
from yhdyspinta.site import errors

pytestmark = pytest.mark.django_db


def test_one_authority_is_opened_at_once(client):
    factories.authority()
    assert client.get("/").headers["Location"] == "/keski-suomi/fi/"


def test_several_are_listed_and_searched_by_name(client):
    factories.authority(name={"fi": "Keski-Suomi"})
    factories.authority("pirkanmaa", code="14", name={"fi": "Pirkanmaa"})
    factories.authority("poissa", code="15", is_on=False)
    page = client.get("/").content.decode()
    assert "/keski-suomi/fi/" in page
    assert "/poissa/" not in page
    found = client.get("/", {"q": "keski"}).content.decode()
    assert "/keski-suomi/fi/" in found
    assert "/pirkanmaa/" not in found
    assert client.get("/", {"q": "\u202e"}).status_code == 400


def test_empty_installation_says_so_in_each_language(client):
    for language in ("fi", "sv", "en"):
        assert client.get("/", {"language": language}).status_code == 200


def test_robots_stay_out_of_staff_pages(client):
    assert "Disallow: /*/desk/" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_page_that_does_not_exist_says_what_to_do(client, language):
    factories.authority()
    response = client.get(f"/keski-suomi/{language}/ei-ole/")
    assert response.status_code == 404
    assert b"Traceback" not in response.content
    assert client.get("/ei-ole/fi/").status_code == 404


def test_too_much_is_413():
    request = RequestFactory().post("/")
    assert errors.bad_request(request, RequestDataTooBig()).status_code == 413


def test_error_page_needs_nothing(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("no database")

    monkeypatch.setattr(errors, "_page", broken)
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    for word in ("vika", "fel", "wrong"):
        assert word in response.content.decode()


def test_wrong_host_changes_no_link_i12(client, settings):
    factories.authority()
    assert client.get("/keski-suomi/fi/", headers={"host": "evil.example"}).status_code == 400
    page = client.get("/keski-suomi/fi/feed/", headers={"x-forwarded-host": "evil.example"}).content.decode()
    assert "evil.example" not in page
    assert settings.BASE_ADDRESS in page
