"""What the tests of moderation share: addresses, words and what they ask of a comment."""

from tests import factories

QUEUE = "/keski-suomi/fi/desk/processes/toimintamallit/moderation/"
ALL = "/keski-suomi/fi/desk/moderation/"
ONE = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/moderation/"
HOSTILE = "<script>alert(1)</script> & \"'"
TEXT = "Hyvä luonnos. Matti Esimerkki sairastaa. Kirjatkaa määräaika."


def counts(comment):
    comment.activity.refresh_from_db()
    activity = comment.activity
    return activity.comment_count, activity.hidden_count, activity.waiting_count, activity.due_count


def waiting(section, count=1, text="Odottaa tarkistusta."):
    return [factories.comment(factories.guest(), section, text, waits=True) for _ in range(count)]


def report_path(comment):
    return f"/keski-suomi/fi/processes/toimintamallit/activities/kommentointi/comments/{comment.number}/report/"
