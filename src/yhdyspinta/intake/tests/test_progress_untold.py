"""How far a file is may stay untold; the file is brought in all the same."""

from typing import NoReturn

import pytest
from psycopg_pool import PoolTimeout

from yhdyspinta.intake.actions import progress


def test_an_import_goes_on_when_no_connection_is_free_for_telling_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def away(pk: int) -> NoReturn:
        asked.append(pk)
        raise PoolTimeout

    monkeypatch.setattr(progress.UploadProgress.objects, "filter", away)
    with progress.Telling(7) as telling:
        telling.checked(1)
    assert asked == [7]
