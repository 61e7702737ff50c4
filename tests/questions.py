"""A page that asks before something is removed or undone."""


def assert_asks(page: str, *, question: str, button: str, cancel: str, back: str) -> None:
    """The question is the heading, the button says what it does, and the way out leads back."""
    assert f"{question}</h1>" in page
    assert f"{button}</button>" in page
    assert f'<a class="govuk-link" href="{back}">{cancel}</a>' in page
