"""The program `yhdyspinta`: run and look after an installation."""

import sys

from yhdyspinta.cli.program import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
