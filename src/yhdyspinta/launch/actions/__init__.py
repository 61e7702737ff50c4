"""Changes: the draft of a launch pack, its release, and its going out."""

from yhdyspinta.launch.actions.releasing import go_out, release_pack, take_back
from yhdyspinta.launch.actions.writing import save_pack

__all__ = ["go_out", "release_pack", "save_pack", "take_back"]
