"""A resident with a browser of few means: takes part through the real forms, and tries again when nothing came back."""

from __future__ import annotations

import http.client
import re
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.contract.forms_of_pages import main_form

_RECEIPT = re.compile(r"/receipt/(\d+)/")


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    text: str


@dataclass
class Resident:
    """One visitor of a round. `round_path` begins with a slash and ends with one."""

    base: str
    round_path: str
    cookies: dict[str, str] = field(default_factory=dict)
    connection: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, fields: dict[str, list[str]] | None = None) -> Answer:
        """One request over a connection that is kept. Raises OSError or HTTPException when it breaks."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(urlsplit(self.base).netloc, timeout=30)
        body = urlencode(fields, doseq=True) if fields is not None else None
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.base}
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            raise
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Answer(answer.status, answer.headers, text)

    def surely(
        self, method: str, path: str, fields: dict[str, list[str]] | None = None, *, within: float = 60
    ) -> Answer:
        """The same request until something other than a failure of the service comes back."""
        until = time.monotonic() + within
        while True:
            try:
                answer = self.ask(method, path, fields)
            except (OSError, http.client.HTTPException):
                answer = None
            if answer is not None and answer.status < 500:
                return answer
            if time.monotonic() > until:
                raise TimeoutError(f"{method} {path}: no answer in {within} s")
            time.sleep(0.1)

    def write(self, text: str, *, section: str = "kohta-1", document: str = "osallisuus") -> dict[str, list[str]]:
        """Write a comment and tell the capacity; gives what the form for sending holds."""
        path = f"{self.round_path}write/?document={document}&section={section}"
        fields = main_form(self.surely("GET", path).text)
        self._expect(self.surely("POST", path, {**fields, "text": [text]}), 302, 303)
        page = self.surely("GET", f"{self.round_path}write/check/")
        if page.status != 200:
            about = f"{self.round_path}write/about-you/"
            fields = main_form(self.surely("GET", about).text)
            self._expect(self.surely("POST", about, {**fields, "capacities": ["resident"]}), 302, 303)
            page = self._expect(self.surely("GET", f"{self.round_path}write/check/"), 200)
        return main_form(page.text)

    def send(self, fields: dict[str, list[str]]) -> int:
        """Send what was written; gives the receipt's number."""
        return self.receipt_in(self.surely("POST", f"{self.round_path}write/send/", fields))

    def receipt_in(self, answer: Answer) -> int:
        """The receipt's number from what answered the sending."""
        self._expect(answer, 302, 303)
        found = _RECEIPT.search(answer.headers["Location"])
        if found is None:
            raise AssertionError(answer.headers["Location"])
        return int(found[1])

    def _expect(self, answer: Answer, *statuses: int) -> Answer:
        if answer.status not in statuses:
            raise AssertionError(f"{answer.status}: {answer.text[:2000]}")
        return answer
