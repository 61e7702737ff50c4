"""E5: uploads wait for the virus check where one is configured, and none is kept without its word."""

import os
import socket
import struct
import sys
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from yhdyspinta.ui import forms, virus_check

HARMFUL = b"as harmful as a file of a test can be"
PROGRAM = "import sys; sys.exit(1 if b'harmful' in sys.stdin.buffer.read() else 0)"


class UploadForm(forms.Form):
    file = forms.FileField(label="File", suffixes=(".txt",), required=False)


def sent(content):
    return UploadForm({}, {"file": SimpleUploadedFile("liite.txt", content)})


@pytest.fixture
def clamd(tmp_path):
    """A clamd of the test's own: reads a stream and answers as clamd does."""
    place = tmp_path / "clamd.ctl"
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(place))
    server.listen()

    def serve():
        while True:
            try:
                line, _who = server.accept()
            except OSError:
                return
            with line, line.makefile("rb") as told:
                assert told.read(10) == b"zINSTREAM\0"
                content = b""
                while size := struct.unpack("!L", told.read(4))[0]:
                    content += told.read(size)
                line.sendall(b"stream: Test.Signature FOUND\0" if b"harmful" in content else b"stream: OK\0")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"unix:{place}"
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(5)


@pytest.fixture(params=["clamd", "command"])
def check(request, settings):
    settings.VIRUS_CHECK = (
        request.getfixturevalue("clamd") if request.param == "clamd" else f'command:{sys.executable} -c "{PROGRAM}"'
    )


def test_e5_a_clean_file_is_taken_whole(check):
    content = b"clean " * 50_000
    form = sent(content)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["file"].read() == content


def test_e5_a_harmful_file_is_refused_with_words(check):
    form = sent(b"x" * 70_000 + HARMFUL)
    assert not form.is_valid()
    assert form.errors.as_data()["file"][0].code == "virus"
    assert "file" not in form.cleaned_data


@pytest.mark.parametrize(
    "setting",
    ["unix:/nowhere/clamd.ctl", "tcp:127.0.0.1:1", "tcp:nonsense", "command:/nowhere/scan", "command:false 2", "x"],
)
def test_e5_a_file_that_cannot_be_checked_is_refused_with_words(settings, setting):
    settings.VIRUS_CHECK = f'command:{sys.executable} -c "import sys; sys.exit(2)"' if " 2" in setting else setting
    form = sent(b"clean")
    assert not form.is_valid()
    assert form.errors.as_data()["file"][0].code == "unchecked"


def test_e5_a_silent_check_is_given_up(settings, monkeypatch, tmp_path):
    monkeypatch.setattr(virus_check, "PATIENCE", 0.2)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(os.fspath(tmp_path / "deaf"))
        deaf.listen()
        settings.VIRUS_CHECK = f"unix:{tmp_path / 'deaf'}"
        assert sent(b"clean").errors.as_data()["file"][0].code == "unchecked"


def test_e5_without_a_setting_nothing_is_asked(settings, monkeypatch):
    monkeypatch.setattr(virus_check, "is_harmful", lambda _pieces: pytest.fail("asked"))
    assert settings.VIRUS_CHECK == ""
    assert sent(HARMFUL).is_valid()


def test_e5_every_upload_of_the_product_passes_the_field():
    """Attachments, logos and Word files come through the one field that has the check."""
    from tests.repository.sources import PRODUCT

    own = {"ui/fields.py"}
    found = {
        str(path.relative_to(PRODUCT))
        for path in PRODUCT.rglob("*.py")
        if "tests" not in path.parts and "django.forms.FileField" in path.read_text()
    }
    readers = {
        str(path.relative_to(PRODUCT))
        for path in PRODUCT.rglob("*.py")
        if "tests" not in path.parts and ("FILES[" in path.read_text() or "FILES.get" in path.read_text())
    }
    assert found - own == set()
    assert readers == set()
    assert virus_check.refuse_harmful in forms.FileField.default_validators
