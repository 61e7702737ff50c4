"""Under what terms the data is given."""

from typing import Final

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME: Final = "CC BY 4.0"
