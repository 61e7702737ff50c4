"""Limits count lines, not addresses: O7."""

import pytest

from yhdyspinta.people.networks import line_of


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("192.0.2.9", "192.0.2.9"),
        ("2001:db8:1:2::1", "2001:db8:1:2::"),
        ("2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("fe80::1%eth0", "fe80::"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_o7_the_addresses_of_one_line_count_as_one(address: str, line: str) -> None:
    assert line_of(address) == line
