"""What a request must be before it is read: for this server, from its own pages, sent in time."""

import asyncio
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

TrustedHost = TrustedHostMiddleware
_ASKING = ("GET", "HEAD", "OPTIONS")
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class OwnOrigin:
    """Refuses what another site has a browser send: its forms would be read here.

    Pages under one of the names `hosts` are no other site, this machine's own names aside.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        # Another program of this machine may have pages under its names too.
        self._hosts = [host for host in hosts if host not in LOOPBACK]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to a request of another origin; let any other through."""
        if scope["type"] == "http" and scope["method"] not in _ASKING:
            heads = Headers(scope=scope)
            if not self._is_own(heads):
                answer = JSONResponse({"detail": "sent from another site"}, 403)
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_own(self, heads: Headers) -> bool:
        origin, site = heads.get("origin"), heads.get("sec-fetch-site")
        if site in ("same-origin", "none") or (origin is None and site is None):
            # Of a page here, of the person at the browser, or of no browser at all.
            return True
        try:
            told = urlsplit(origin or "")
            return bool(told.netloc) and (
                (told.netloc == heads.get("host") and site is None) or told.hostname in self._hosts
            )
        except ValueError:
            return False


class InTime:
    """Ends requests whose body is not sent within `seconds`."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 408 when the body takes too long; whatever the application says then is lost."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        until = asyncio.get_running_loop().time() + self._seconds
        is_read = is_late = False

        async def timely() -> Message:
            nonlocal is_read, is_late
            if is_read or is_late:
                return await receive() if is_read else {"type": "http.disconnect"}
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                is_late = True
                told = {"detail": f"not sent within {self._seconds:g} seconds"}
                answer = JSONResponse(told, 408, {"Connection": "close"})
                await answer(scope, receive, send)
                return {"type": "http.disconnect"}
            is_read = not message.get("more_body", False)
            return message

        async def unless_late(message: Message) -> None:
            if not is_late:
                await send(message)

        await self._app(scope, timely, unless_late)


class TimelyProtocol(H11Protocol):
    """HTTP/1.1 whose requests must begin within `limit` seconds of the first byte.

    uvicorn itself waits without end for a head that is sent by halves.
    """

    limit = 30.0
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came; wait on when it is no whole head yet."""
        super().data_received(data)
        is_busy = self.cycle is not None and not self.cycle.response_complete
        self._end_waiting() if is_busy else self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """End waiting: there is nobody any more."""
        self._end_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.limit, self._give_up)

    def _end_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        self._waiting = None
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()


def within(seconds: float) -> type[Any]:
    """Return the protocol whose requests must begin within `seconds`."""
    return type("TimelyProtocol", (TimelyProtocol,), {"limit": seconds})
