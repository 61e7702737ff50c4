"""Receipt codes and links: derived from a stored nonce, so that a lost one can be sent again and none is stored."""

import hashlib
import hmac
import secrets

from django.conf import settings
from django.core import signing
from django.db.models import Q

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Receipt
from yhdyspinta.processes.models import FormerAddress
from yhdyspinta.ui.mail_addresses import address_key

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that looks or sounds like something else
_LENGTH = 12  # 30 ** 12: about 59 bits
_SALT = "comments.receipt"


def new_nonce() -> str:
    return secrets.token_urlsafe(16)[:22]


def _keyed(purpose: str, text: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"{purpose}:{text}".encode(), hashlib.sha256).digest()


def code_from(nonce: str) -> str:
    """The code that belongs to the nonce, in three groups of four."""
    number = int.from_bytes(_keyed("receipt-code", nonce), "big")
    letters = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[place])
    code = "".join(letters)
    return "-".join(code[start : start + 4] for start in range(0, _LENGTH, 4))


def hash_of(code: str) -> str:
    """How a code is looked up; spaces, dashes and letter case do not matter."""
    plain = "".join(letter for letter in code.upper() if letter in _ALPHABET)
    return _keyed("receipt-hash", plain).hex()


def within(authority: Authority) -> Q:
    """Processes that the authority owns, or owned before they passed to a successor: a paper code keeps working."""
    owned_before = FormerAddress.objects.filter(authority=authority).values("process")
    return Q(activity__process__owner=authority) | Q(activity__process__in=owned_before)


def receipt_by_code(authority: Authority, code: str) -> Receipt | None:
    """The receipt that a typed code opens in the authority's processes; None when there is none or it was revoked."""
    return (
        Receipt.objects.filter(within(authority), code_hash=hash_of(code), revoked_at=None)
        .select_related("activity__process__owner", "sender__person")
        .first()
    )


def link_token(receipt: Receipt, mailed_to: str = "", follow: str = "") -> str:
    """What a mail link carries: works again, only for this receipt, until it is revoked.

    With the address that it is mailed to, opening it shows whose the address is; with the nonce of a follow, it names
    the one that the letter asks to confirm.
    """
    parts = [receipt.nonce, *([_seal(mailed_to)] if mailed_to else []), *([follow] if mailed_to and follow else [])]
    return signing.Signer(salt=_SALT).sign(".".join(parts))


def shows_address(receipt: Receipt, token: str) -> bool:
    """Whether the link was mailed to the address that the receipt's sender gives now; the sender is loaded."""
    seal = _part(token, 1)
    return bool(receipt.sender.email) and hmac.compare_digest(seal, _seal(receipt.sender.email))


def follow_named(token: str) -> str:
    """The nonce of the follow that the link's letter asks to confirm; empty when it asks for none."""
    return _part(token, 2)


def _part(token: str, place: int) -> str:
    """One of what the link carries; empty where it carries less, or was changed."""
    try:
        parts = signing.Signer(salt=_SALT).unsign(token).split(".")
    except signing.BadSignature:
        return ""
    return parts[place] if place < len(parts) else ""


def _seal(address: str) -> str:
    return _keyed("receipt-address", address_key(address))[:8].hex()


def receipt_by_token(authority: Authority, token: str) -> Receipt | None:
    """The receipt of a mail link, within the same authority."""
    nonce = _part(token, 0)
    if not nonce:
        return None
    return (
        Receipt.objects.filter(within(authority), nonce=nonce, revoked_at=None)
        .select_related("activity__process__owner", "sender__person")
        .first()
    )


def shown_code(receipt: Receipt) -> str:
    return code_from(receipt.nonce)
