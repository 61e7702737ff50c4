"""The line that a network address belongs to: one home has 2^64 addresses of version 6 and counts once."""

from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final

_OF_A_LINE: Final = 64


def line_of(address: str) -> str:
    """What limits count by: an address of version 4 as it is, of version 6 the first one of its /64."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Network((int(found), _OF_A_LINE), strict=False).network_address)
