"""The version that a result names, so that it can be calculated again the same way."""

from typing import Final

VERSION: Final = "1.0.0"
