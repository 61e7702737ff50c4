"""Build the style sheet, scripts and fonts that the product serves.

    tools/assets.py NODE

The sources are `assets/` and its npm packages; the result is the git-ignored
folder `src/yhdyspinta/ui/static/built`, with `licences.json` about what it holds.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "assets"
PACKAGES = ASSETS / "node_modules"
BUILT = ROOT / "src" / "yhdyspinta" / "ui" / "static" / "built"
FONT = "@fontsource-variable/source-sans-3"
FONT_FILES = [f"source-sans-3-{part}-wght-normal.woff2" for part in ("latin", "latin-ext", "cyrillic")]
#: Letters of the Sámi languages, which every page that names those languages shows: a small file instead of all other Latin.
SMALL_FONT, ITS_SOURCE = "source-sans-3-sami-wght-normal.woff2", "source-sans-3-latin-ext-wght-normal.woff2"
SCRIPTS = {
    "govuk-frontend.min.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js",
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
}
SERVED = ["govuk-frontend", "htmx.org", FONT]


def build(node: str) -> None:
    """Build into a new folder and put it in the old one's place."""
    partial = ROOT / "assets" / "built.new"  # outside what is served, so that nobody sees a half-made folder
    shutil.rmtree(partial, ignore_errors=True)
    (partial / "fonts").mkdir(parents=True)
    compile_styles(node, partial / "site.css")
    for name, source in SCRIPTS.items():
        copy_script(PACKAGES / source, partial / name)
    for script in sorted((ASSETS / "js").glob("*.js")):
        shutil.copyfile(script, partial / script.name)
    for font in FONT_FILES:
        shutil.copyfile(PACKAGES / FONT / "files" / font, partial / "fonts" / font)
    subset_font(node, partial / "fonts" / SMALL_FONT)
    (partial / "licences.json").write_text(json.dumps(licences(), ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.rmtree(BUILT, ignore_errors=True)
    partial.rename(BUILT)


def compile_styles(node: str, target: Path) -> None:
    source = ASSETS / "scss" / "main.scss"
    if not source.exists():
        target.write_text("", encoding="utf-8")
        return
    compiler = PACKAGES / "sass" / "sass.js"
    options = [
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        "--silence-deprecation=import",
        f"--load-path={PACKAGES}",
    ]
    subprocess.run([node, str(compiler), *options, str(source), str(target)], check=True)


def subset_font(node: str, target: Path) -> None:
    """The letters that the style sheet gives to the face "sami", in a file of their own."""
    styles = (ASSETS / "scss" / "_tokens.scss").read_text(encoding="utf-8")
    given = re.search(r'face\("sami", \(([^)]+)\)\)', styles)
    if not given:
        raise ValueError("assets/scss/_tokens.scss gives no letters to the face sami")
    source = PACKAGES / FONT / "files" / ITS_SOURCE
    subprocess.run([node, str(ASSETS / "subset.mjs"), str(source), str(target), given[1]], check=True)


def copy_script(source: Path, target: Path) -> None:
    """Without the pointer to a source map that is not served."""
    script = source.read_text(encoding="utf-8")
    target.write_text(re.sub(r"//# sourceMappingURL=\S+\s*$", "", script), encoding="utf-8")


def licences() -> list[dict[str, str]]:
    """Name, version and licence of each package whose files are served."""
    listed = []
    for name in SERVED:
        about = json.loads((PACKAGES / name / "package.json").read_text(encoding="utf-8"))
        text = PACKAGES / name / "LICENSE"
        listed.append(
            {
                "name": name,
                "version": about["version"],
                "licence": about["license"],
                "address": about.get("homepage", ""),
                "text": text.read_text(encoding="utf-8") if text.exists() else "",
            }
        )
    return listed


if __name__ == "__main__":
    build(sys.argv[1])
