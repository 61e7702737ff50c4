"""An OpenID provider that the tests start on this machine."""

import base64
import hashlib
import json
import secrets
import threading
import time
from urllib.parse import parse_qs, urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.cache import cache
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey


class _Quiet(WSGIRequestHandler):
    provider = None

    def log_message(self, *args):
        pass

    def handle(self):
        if not self.provider.drips_headers:
            return super().handle()
        self.rfile.readline()
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drop: ")
        try:
            for _ in range(500):
                self.wfile.write(b".")
                if self.provider.go_on.wait(0.01):
                    break
        except OSError:
            pass  # whoever asked has gone
        self.close_connection = True
        return None


class LocalProvider:
    """Answers as an OpenID provider does; `spoil` changes the identity token before it is signed."""

    client_id, client_secret = "yhdyspinta", "local-only"

    def __init__(self):
        self.key = self.new_key()
        self.published = [self.key]
        self.codes = {}
        self.spoil = {}
        self.algorithm = "ES256"
        self.claims = {}
        self.description = {}
        self.moved = ""
        self.asked = []
        self.is_silent, self.drips, self.go_on = False, False, threading.Event()
        self.drips_headers, self.pause = False, 0.0
        handler = type("_Handler", (_Quiet,), {"provider": self})
        self.server = make_server("127.0.0.1", 0, self.answer, handler_class=handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    @staticmethod
    def new_key():
        return ECKey.generate_key("P-256", {"kid": secrets.token_hex(4), "use": "sig", "alg": "ES256"})

    def stop(self):
        self.go_on.set()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def answer(self, environ, start_response):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
        path = environ["PATH_INFO"]
        self.asked.append(path)
        found = None
        if path == "/.well-known/openid-configuration":
            found = {"issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
                     "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys",
                     **self.description}  # fmt: skip
        elif path == "/keys":
            found = KeySet(self.published).as_dict(private=False)
        elif path == "/token":
            found = self.token({name: values[0] for name, values in parse_qs(body).items()}, environ)
        if self.moved:
            start_response("302 Found", [("Location", self.moved)])
            return [b""]
        if self.pause:
            self.go_on.wait(self.pause)
        if self.is_silent:
            self.go_on.wait(5)
        start_response("200 OK" if found else "400 Bad Request", [("Content-Type", "application/json")])
        if self.drips:
            return self.drops()
        return [json.dumps(found or {"error": "invalid_grant"}).encode()]

    def drops(self):
        for _ in range(500):
            yield b" "
            if self.go_on.wait(0.01):
                return

    def agree(self, question, claims):
        """The person agreed in the browser: where they are sent back to."""
        code = secrets.token_urlsafe(8)
        self.codes[code] = (question, claims)
        return urlencode({"code": code, "state": question["state"]})

    def token(self, asked, environ):
        found = self.codes.pop(asked.get("code"), None)
        basic = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        if found is None or environ.get("HTTP_AUTHORIZATION") != f"Basic {basic}":
            return None
        question, claims = found
        challenge = (
            base64.urlsafe_b64encode(hashlib.sha256(asked["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        )
        if challenge != question["code_challenge"] or asked["redirect_uri"] != question["redirect_uri"]:
            return None
        now = int(time.time())
        token = {"iss": self.issuer, "aud": self.client_id, "sub": "local", "nonce": question["nonce"], "iat": now,
                 "exp": now + 300, **claims, **self.spoil}  # fmt: skip
        return {"id_token": self.sign(token), "token_type": "Bearer", "access_token": "local"}

    def sign(self, token):
        if self.algorithm == "none":
            parts = [
                base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
                for part in ({"alg": "none"}, token)
            ]
            return ".".join([*parts, ""])
        if self.algorithm == "HS256":
            public = json.dumps(self.key.as_dict(private=False)).encode()
            return jwt.encode({"alg": "HS256", "kid": self.key.kid}, token, OctKey.import_key(public))
        return jwt.encode({"alg": "ES256", "kid": self.key.kid}, token, self.key)


@pytest.fixture
def local_provider(settings):
    cache.clear()  # of what was known of another at the same port
    found = LocalProvider()
    one = {"issuer": found.issuer, "client_id": found.client_id, "client_secret": found.client_secret}
    settings.IDENTIFICATION = {
        "resident": {**one, "scope": "openid", "identity_claim": "urn:oid:1.2.246.21",
                     "municipality_claim": "urn:oid:1.2.246.517.2002.2.18"},
        "staff": {**one, "scope": "openid email", "strong_values": ("mfa",)},
    }  # fmt: skip
    yield found
    found.stop()
