"""The cryptography of passkeys is read into a process when the first passkey is used: it takes ten megabytes.

allauth imports it together with its addresses, which every process has.
"""

import sys
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Any, Final

_NAME: Final = "allauth.mfa.webauthn.internal.auth"
_LOCK: Final = Lock()


class _ReadLater(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        with _LOCK:
            if self.__name__ in sys.modules and sys.modules[self.__name__] is self:
                del sys.modules[self.__name__]
            real = import_module(self.__name__)
        return getattr(real, name)


def read_later() -> None:
    """Let the module wait, unless it has been read already."""
    if _NAME not in sys.modules:
        sys.modules[_NAME] = _ReadLater(_NAME)
