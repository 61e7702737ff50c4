from yhdyspinta.demo.remarks import remarks_of, statement
from yhdyspinta.demo.stories import STORIES, text_of
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.people.capacities import CAPACITIES


def _said(story):
    remarks = [remark for document in story.documents for remark in remarks_of(story.key, document)]
    return [one for remark in remarks for one in (remark, *remark.replies)]


def test_nobody_says_what_somebody_else_said():
    texts = [remark.text for story in STORIES.values() for remark in _said(story)]
    texts += [remark.text for remark in statement("statement")]
    assert len(texts) > 300
    assert len(texts) == len(set(texts))


def test_every_remark_has_its_section_its_speaker_and_nothing_to_hold_it_back():
    for story in STORIES.values():
        for document in story.documents:
            text = text_of(document, "fi")
            for remark in remarks_of(story.key, document):
                assert f"# {remark.section} " in text
                for one in (remark, *remark.replies):
                    assert one.text
                    assert set(one.capacities) <= set(CAPACITIES)
                    assert bool(one.organisation) == ("organisation" in one.capacities)
                    assert not warnings_in(one.text)


def test_rounds_speak_the_languages_of_their_place():
    languages = {key: [remark.language for remark in _said(story)] for key, story in STORIES.items()}
    assert 0.4 < languages["bilingual"].count("sv") / len(languages["bilingual"]) < 0.6
    assert 3 < languages["open"].count("sv") < 15
    assert set(languages["town"]) == {"fi"}


def test_a_statement_speaks_of_ten_sections():
    assert len({remark.section for remark in statement("statement")}) == 10
