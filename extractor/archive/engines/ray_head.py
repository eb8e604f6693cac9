"""Whether the head of a Ray cluster is there: Ray itself aborts whoever asks a new one."""

import socket
import threading
from contextlib import suppress
from typing import Any

LOOK = 1.0
"""How often one looks, in seconds; a head that twice does not answer is gone."""
_ANSWER = 5.0


class Head:
    """Looks from a thread of its own whether the head at `address` answers, until it is closed.

    A head that is started anew knows nothing of the run and its workers: one that was gone stays
    gone. Without an address nothing is looked at.
    """

    def __init__(self, address: str | None) -> None:
        self.is_gone = False
        self._ends = threading.Event()
        host, _, port = (address or "").rpartition(":")
        if port.isdecimal():
            place = (host.strip("[]"), int(port))
            threading.Thread(target=self._watch, args=(place,), daemon=True).start()

    def _watch(self, place: tuple[str, int]) -> None:
        missed = 0
        while missed < 2 and not self._ends.wait(LOOK):
            missed = 0 if _answers(place) else missed + 1
        self.is_gone = missed >= 2

    def close(self) -> None:
        """Look no more."""
        self._ends.set()


def head_of(ray: Any) -> Head:
    """Return the head of the cluster that `ray` is connected to."""
    address = None
    # Through a proxy, ray://, nobody tells where the head is.
    with suppress(Exception):
        address = str(ray.get_runtime_context().gcs_address)
    return Head(address)


def _answers(place: tuple[str, int]) -> bool:
    try:
        socket.create_connection(place, timeout=_ANSWER).close()
    except OSError:
        return False
    return True
