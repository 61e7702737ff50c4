"""Chance that can be repeated: integers from a seed, the same on every machine.

Block i of a stream is SHA-256(seed || label || i as 8 bytes, big-endian); an integer below n is made of as few bytes
as n needs, and one that would favour small numbers is passed over (rejection). In the manner of RFC 3797.
"""

import hashlib


class Stream:
    """Integers drawn one after another from a seed; `label` keeps the streams of one seed apart."""

    def __init__(self, seed: bytes, label: str = "") -> None:
        self._start = seed + label.encode()
        self._block = 0
        self._bytes = b""

    def below(self, bound: int) -> int:
        """An integer from 0 to bound - 1, each as likely as the others. Raises ValueError when bound is below 1."""
        if bound < 1:
            raise ValueError("nothing to draw from")
        size = max(1, ((bound - 1).bit_length() + 7) // 8)
        limit = (256**size // bound) * bound
        while True:
            number = int.from_bytes(self._take(size))
            if number < limit:
                return number % bound

    def _take(self, size: int) -> bytes:
        while len(self._bytes) < size:
            self._bytes += hashlib.sha256(self._start + self._block.to_bytes(8)).digest()
            self._block += 1
        taken, self._bytes = self._bytes[:size], self._bytes[size:]
        return taken
