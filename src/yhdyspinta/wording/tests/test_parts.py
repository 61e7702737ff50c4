from dataclasses import dataclass, field
from types import SimpleNamespace

from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.parts import Parts


@dataclass(frozen=True)
class Letter(Parts):
    head: Wording = field(default_factory=Wording)
    foot: Wording = field(default_factory=Wording)


def test_what_is_kept_is_read_back_and_a_later_field_is_empty():
    letter = Letter.of(SimpleNamespace(head={"fi": "Hei", "sv": "Hej"}, foot={}))
    assert letter.stored() == {"head": {"fi": "Hei", "sv": "Hej"}, "foot": {}}
    assert Letter.read(letter.stored()) == letter
    assert Letter.read({"head": {"fi": "Hei"}}) == Letter(head=Wording(fi="Hei"))
