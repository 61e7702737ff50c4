"""F8: an upgrade as docs/how-to/upgrade.md tells it is noticed by nobody: a second web server takes over meanwhile."""

import http.client
import signal
import subprocess
import sys
import threading
import time
from collections import Counter

import pytest

from tests.repository.servers import ROOT, Installation, free_port
from yhdyspinta import database

READERS = 3


class Proxy:
    """Sends every request to one server and tries none again; what it sends to can be changed, as nginx's reload does."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.statuses: list[int] = []
        self.problems: list[str] = []
        self.asking: Counter[int] = Counter()
        self._lock = threading.Lock()

    def ask(self, path: str) -> None:
        with self._lock:
            port = self.port
            self.asking[port] += 1
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            asked.request("GET", path)
            self.statuses.append(asked.getresponse().status)
        except OSError as problem:
            self.problems.append(repr(problem))
        finally:
            asked.close()
            with self._lock:
                self.asking[port] -= 1

    def send_to(self, port: int) -> None:
        """From now on to this one; what was sent to the other one is waited for."""
        with self._lock:
            before, self.port = self.port, port
        while self.asking[before]:
            time.sleep(0.05)


@pytest.fixture
def installation(tmp_path):
    made = Installation(tmp_path / "var")
    with database.held(database.instance(made.var_dir)):
        done = made.run("migrate")
        assert done.returncode == 0, done.stderr
        yield made
    made.remove()


def serve(installation: Installation, port: int) -> subprocess.Popen[bytes]:
    """A web server that is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "yhdyspinta.cli", "serve", "--port", str(port), "--workers", "1"],
        cwd=ROOT, env=installation.environment, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    proxy = Proxy(port)
    for _try in range(300):
        proxy.ask("/ready/")
        if proxy.statuses[-1:] == [200]:
            return process
        time.sleep(0.1)
    raise AssertionError(f"not ready: {proxy.statuses[-3:]} {proxy.problems[-3:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0


def test_f8_pages_answer_while_a_version_takes_the_place_of_another(installation):
    own, beside, is_over = free_port(), free_port(), threading.Event()
    first, proxy = serve(installation, own), Proxy(own)

    def read() -> None:
        while not is_over.is_set():
            proxy.ask("/")

    readers = [threading.Thread(target=read) for _reader in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        assert installation.run("migrate").returncode == 0
        second = serve(installation, beside)
        proxy.send_to(beside)
        stop(first)
        first = serve(installation, own)
        proxy.send_to(own)
        stop(second)
    finally:
        is_over.set()
        for reader in readers:
            reader.join()
        stop(first)
    assert not proxy.problems
    assert len(proxy.statuses) > 50
    assert max(proxy.statuses) < 500
