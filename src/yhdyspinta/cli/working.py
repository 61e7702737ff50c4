"""The worker: does background jobs until told to stop, and begins anew when the database was away."""

import asyncio
import logging
import signal
import time
from typing import Final

import psycopg
from procrastinate.contrib.django import app
from procrastinate.exceptions import ProcrastinateException

PAUSE: Final = 2.0  # seconds until it is begun anew
TIME_TO_END: Final = 15.0  # seconds in which running jobs may end when the worker is told to stop
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)

_log = logging.getLogger(__name__)


class Worker:
    """Each beginning has threads and connections of its own, so that none is kept that died."""

    def __init__(self, concurrency: int) -> None:
        self.concurrency = concurrency
        self.told = False

    def run(self) -> None:
        """Work until told to stop by a signal."""
        while not self.told:
            try:
                asyncio.run(self._until_told_or_lost())
            except (ProcrastinateException, psycopg.Error, OSError) as problem:
                _log.warning("The worker lost the database (%s).", type(problem).__name__)
            if not self.told:
                self._pause()

    def _pause(self) -> None:
        for number in _SIGNALS:
            signal.signal(number, lambda *_: self._stop())
        _log.warning("The worker begins anew in %s seconds.", PAUSE)
        time.sleep(PAUSE)

    def _stop(self) -> None:
        self.told = True

    async def _until_told_or_lost(self) -> None:
        loop, working = asyncio.get_running_loop(), asyncio.create_task(self._work())

        def stop() -> None:
            self._stop()
            working.cancel()  # which lets running jobs end

        for number in _SIGNALS:
            loop.add_signal_handler(number, stop)
        await asyncio.wait([working])
        if not working.cancelled():
            working.result()

    async def _work(self) -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as ours:
            async with ours.open_async():
                await ours.run_worker_async(
                    concurrency=self.concurrency, shutdown_graceful_timeout=TIME_TO_END, install_signal_handlers=False
                )
