"""What the tests of launch packs share."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from yhdyspinta.launch.words import NAMES
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity


def path_of(activity: Activity, name: str, language: str = "fi", **parts) -> str:
    return activity_address(activity, f"launch:{name}", language=language, **parts)


def typed(revision: int = 0, **changes) -> dict[str, object]:
    """A whole pack, as the form sends it."""
    words = {f"{name}-{tag}": f"{name} {tag}" for name in NAMES for tag in ("fi", "sv")}
    return {**words, "revision": str(revision), "then": "preview", **changes}


def sent_picture(side: int = 40, name: str = "kuva.png") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (side, side // 2), "green").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), "image/png")
