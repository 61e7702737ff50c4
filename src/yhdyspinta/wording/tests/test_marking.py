from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.marking import marked


def test_the_readers_own_language_is_not_marked():
    assert marked(Wording(fi="Sauna & uinti", sv="Bastu"), "fi") == "Sauna &amp; uinti"


def test_a_fallback_is_marked_for_ear_and_eye():
    shown = marked(Wording(fi="<b>Sauna</b>"), "en")
    assert '<span lang="fi">&lt;b&gt;Sauna&lt;/b&gt;</span>' in shown
    assert "(suomi)" in shown


def test_nothing_is_nothing():
    assert marked(None, "fi") == ""
    assert marked(Wording(), "sv") == ""
