from django.template import Context, Template


def test_a_late_part_stands_first_and_is_made_last():
    made: list[str] = []

    def note(name):
        made.append(name)
        return name

    page = Template(
        "{% with_late %}<{% late %}{{ head }}{% endlate %}>{% block main %}{{ main }}{% endblock %}{% endwith_late %}"
    )
    values = {"head": lambda: note("head"), "main": lambda: note("main")}
    assert page.render(Context(values)) == "<head>main"
    assert made == ["main", "head"]
