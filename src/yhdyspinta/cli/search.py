"""The search of an installation, from the machine itself."""

from yhdyspinta.audit import clock
from yhdyspinta.processes.rebuilding_search import rebuild_search


def reindex() -> int:
    """Rebuild every entry of search, telling how far it is."""
    total = 0
    for done, total in rebuild_search(at=clock.now()):
        print(f"{done} of {total} processes", flush=True)
    print(f"Search holds what is public of {total} processes.")
    return 0
