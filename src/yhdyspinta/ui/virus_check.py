"""Every uploaded file passes a virus check before it is kept, where the installation has one.

`settings.VIRUS_CHECK` names it: `unix:/run/clamav/clamd.ctl` and `tcp:host:3310` are a clamd, and
`command:/usr/bin/clamdscan --no-summary -` is a program that reads the file from its standard input and ends with 0
for a clean file, 1 for a harmful one and anything else when it could not look. Empty: nothing is checked.
"""

import logging
import shlex
import socket
import struct
import subprocess
from collections.abc import Iterable
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

PATIENCE: Final = 30.0  # seconds
PIECE: Final = 65_536  # bytes
_log = logging.getLogger(__name__)


class NotChecked(Exception):
    """The check could not be made; says why in English, for the log and the doctor."""


def refuse_harmful(upload: File) -> None:  # type: ignore[type-arg]
    """A form field's validator: a file that is harmful, or that could not be checked, is not kept."""
    if not settings.VIRUS_CHECK:
        return
    try:
        harmful = is_harmful(upload.chunks(PIECE))
    except NotChecked as problem:
        _log.warning("The virus check gave no answer: %s", problem)
        raise ValidationError(
            _("The file could not be checked for viruses, so it was not kept. Try again in a while."), code="unchecked"
        ) from None
    finally:
        upload.seek(0)
    if harmful:
        raise ValidationError(_("The virus check found something harmful in the file. It was not kept."), code="virus")


def is_harmful(pieces: Iterable[bytes]) -> bool:
    """Ask the configured check. Raises NotChecked when it gives no answer."""
    kind, _colon, place = settings.VIRUS_CHECK.partition(":")
    try:
        return _ask_program(place, pieces) if kind == "command" else _ask_clamd(kind, place, pieces)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NotChecked(f"{type(error).__name__}: {error}") from error


def _ask_program(command: str, pieces: Iterable[bytes]) -> bool:
    done = subprocess.run(  # noqa: S603 (the operator's own setting; the file comes by standard input)
        shlex.split(command), input=b"".join(pieces), capture_output=True, timeout=PATIENCE, check=False
    )
    if done.returncode not in {0, 1}:
        raise NotChecked(f"the program ended with {done.returncode}")
    return done.returncode == 1


def _ask_clamd(kind: str, place: str, pieces: Iterable[bytes]) -> bool:
    """Clamd's INSTREAM: each piece with its length before it, then a length of nothing."""
    with _connected(kind, place) as line:
        line.sendall(b"zINSTREAM\0")
        for piece in pieces:
            line.sendall(struct.pack("!L", len(piece)) + piece)
        line.sendall(struct.pack("!L", 0))
        answer = b""
        while not answer.endswith(b"\0") and (more := line.recv(1_024)):
            answer += more
    said = answer.rstrip(b"\0\n").decode(errors="replace")
    if said.endswith(" OK"):
        return False
    if said.endswith(" FOUND"):
        return True
    raise NotChecked(f"clamd answered {said[:80]!r}")


def _connected(kind: str, place: str) -> socket.socket:
    if kind == "unix":
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(PATIENCE)
        line.connect(place)
        return line
    if kind == "tcp":
        host, _colon, port = place.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=PATIENCE)
    raise NotChecked("the setting begins with unix:, tcp: or command:")
