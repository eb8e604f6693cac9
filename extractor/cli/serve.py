"""`fakta serve`: articles in and records out over HTTP, and a page to paste an article into."""

from __future__ import annotations

import argparse
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from extractor.cli.terminal import FINE, LOST, Commands, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SECONDS = 30.0


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    serve = commands.add_parser("serve", help="answer over HTTP: POST /articles, and a page at /")
    serve.add_argument("--host", default="127.0.0.1", help="127.0.0.1: this machine alone")
    serve.add_argument(
        "--allow-host",
        metavar="NAME",
        action="append",
        help="a name to be asked for under; on this machine alone its own, else any",
    )
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=_above(int), default=1, help="processes that read")
    serve.add_argument(
        "--max-bytes", type=_above(int), default=1_000_000, help="of a request (1000000)"
    )
    serve.add_argument(
        "--seconds", type=_above(float), default=_SECONDS, help="that an article may take (30)"
    )
    serve.add_argument("--max-articles", type=_above(int), default=100, help="of a batch (100)")
    serve.set_defaults(work=_serve)


def _serve(arguments: argparse.Namespace) -> int:
    try:
        import uvicorn  # noqa: F401 (asked for before anything is loaded)

        from extractor.serve.app import Limits, create_app
    except ModuleNotFoundError as error:
        tell(f"{error.name} is not installed; run: pip install 'faktaberita[serve]'")
        return LOST
    from extractor.archive.provenance import provenance
    from extractor.lexicon.own import own_words
    from extractor.serve.worker import Workers, load

    if problem := port_problem(arguments.host, arguments.port):
        tell(problem)
        return LOST
    limits = Limits(
        arguments.max_bytes, arguments.seconds, arguments.max_articles, arguments.workers
    )
    with Workers(partial(load, own_words()), arguments.workers) as workers:
        app = create_app(workers.read, provenance(), limits, workers.ready, _hosts(arguments))
        return served(app, arguments.host, arguments.port, arguments.seconds)


def served(app: Any, host: str, port: int, seconds: float = _SECONDS) -> int:
    """Serve `app` until it is stopped; return the exit code.

    A connection on which no request begins within `seconds` is ended.
    """
    import uvicorn

    from extractor.serve.guards import within

    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=within(seconds),
        log_config=_logging(),
        server_header=False,
    )
    server = uvicorn.Server(config)
    # After an orderly end uvicorn hands Ctrl-C on: it is how one stops a server.
    with suppress(KeyboardInterrupt):
        server.run()
    return FINE if server.started else LOST


def port_problem(host: str, port: int) -> str | None:
    """Return why there can be no service at `port` of `host`, before anything is loaded."""
    import errno
    import socket

    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            return (
                f"port {port} of {host} is used by another program; name another one: "
                f"--port {port + 1}, or 0 for any that is free"
            )
        return f"{host}, port {port}: {str(getattr(error, 'strerror', None) or error).lower()}"
    return None


def _hosts(arguments: argparse.Namespace) -> Sequence[str]:
    """Return the names under which the service answers.

    A page elsewhere can have a browser ask this machine under a name of its own.
    """
    from extractor.serve.guards import LOOPBACK

    is_local = arguments.host in (*LOOPBACK, "::1")
    given = arguments.allow_host or []
    return (*LOOPBACK, *given) if is_local else given or ("*",)


def _logging() -> dict[str, Any]:
    """Return uvicorn's own logging, with every line on stderr."""
    from copy import deepcopy

    from uvicorn.config import LOGGING_CONFIG

    config = deepcopy(LOGGING_CONFIG)
    for handler in config["handlers"].values():
        handler["stream"] = "ext://sys.stderr"
    return config


def _above(kind: Callable[[str], float]) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = kind(text)
        if not value > 0:
            raise argparse.ArgumentTypeError(f"{text} is not above 0")
        return value

    return number
