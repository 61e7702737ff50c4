"""Changes: the draft of a launch pack, its release, and its going out."""

from yhdyspinta.launch.actions.going_out import go_out, let_out, try_again
from yhdyspinta.launch.actions.releasing import release_pack, take_back
from yhdyspinta.launch.actions.writing import save_pack

__all__ = ["go_out", "let_out", "release_pack", "save_pack", "take_back", "try_again"]
