"""Control the embedded server by hand: python -m yhdyspinta.database start|stop|status [test]."""

import argparse
import os
import sys
from pathlib import Path

from yhdyspinta.database import DatabaseProblem, instance, is_running, start, stop


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m yhdyspinta.database", description=__doc__)
    parser.add_argument("do", choices=["start", "stop", "status"])
    parser.add_argument("which", nargs="?", choices=["demo", "test"], default="demo")
    given = parser.parse_args()
    home = Path(os.environ.get("YHDYSPINTA_HOME", Path(__file__).resolve().parents[3]))
    place = instance(Path(os.environ.get("YHDYSPINTA_VAR", home / "var")), given.which)
    try:
        if given.do == "start":
            start(place)
        if given.do == "stop":
            stop(place)
    except DatabaseProblem as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    running = is_running(place)
    sys.stdout.write(f"{'running' if running else 'stopped'} {place.socket}\n")
    return 0 if running or given.do == "stop" else 1


if __name__ == "__main__":
    sys.exit(main())
