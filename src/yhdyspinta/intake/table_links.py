"""The link of a table: derived from a stored nonce under the installation's key, and found by its hash.

Who reads the database finds neither a link nor a way to make one; a printed sheet can be printed again.
"""

import hashlib
import hmac
import re
import secrets
from datetime import date, datetime, time, timedelta
from typing import Final

from django.conf import settings

from yhdyspinta.authorities.models import Authority
from yhdyspinta.intake.models import TableLink
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import address
from yhdyspinta.ui.dates import HELSINKI

MOST_TABLES: Final = 60
MOST_NOTES: Final = 500  # of one link
_TOKEN: Final = re.compile(r"[0-9a-f]{32}")


def new_nonce() -> str:
    return secrets.token_urlsafe(16)[:22]


def _keyed(purpose: str, text: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def token_of(nonce: str) -> str:
    """What the link carries: 128 bits that only the installation can derive."""
    return _keyed("intake.table-link", nonce)[:32]


def hash_of(token: str) -> str:
    """How a link is looked up."""
    return _keyed("intake.table-link-hash", token)


def link_of(authority: Authority, token: str) -> TableLink | None:
    """The link that a token opens in the authority's own processes, running or ended."""
    if not _TOKEN.fullmatch(token):
        return None
    rows = TableLink.objects.select_related("batch__activity__process__owner")
    rows = rows.prefetch_related("batch__activity__stages")
    return rows.filter(token_hash=hash_of(token), batch__activity__process__owner=authority).first()


def whole_link(link: TableLink, *, language: str | None = None) -> str:
    """The address that is printed on the table's sheet, or "" where the installation's key has changed since."""
    token = token_of(link.nonce)
    if not hmac.compare_digest(hash_of(token), link.token_hash):
        return ""
    return absolute(address("intake:table", link.batch.activity.process.owner, language=language, token=token))


def latest_end(day: date) -> datetime:
    """The last minute until which the links of an event can work: the end of the day after it."""
    return datetime.combine(day + timedelta(days=1), time(23, 59), tzinfo=HELSINKI)
