"""`recount.py` beside this is published with each count and draw; it imports nothing of this package."""

from pathlib import Path
from typing import Final

SCRIPT: Final = Path(__file__).with_name("recount.py")
