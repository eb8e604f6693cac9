"""What is no request for this server, or none that comes to an end, is answered and ended."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from fastapi.testclient import TestClient

from extractor.records import Article
from extractor.serve.app import Limits, create_app
from extractor.serve.guards import LOOPBACK, within
from extractor.source import Source
from tests import articles as a

SECONDS = 0.4
HEAD = b"POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


def read(source: Source, seconds: float) -> Article:
    if source.text == "fail":
        raise RuntimeError("ValueError: a bug")
    return a.article(text=source.text, id=source.id)


def client(host: str = "localhost:8000", *hosts: str) -> TestClient:
    app = create_app(read, a.PROVENANCE, Limits(seconds=5), hosts=(*LOOPBACK, *hosts))
    return TestClient(app, base_url=f"http://{host}", raise_server_exceptions=False)


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:80", "[::1]:8000"])
def test_this_machine_is_asked_under_its_own_names(host: str) -> None:
    assert client(host).get("/health").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "10.0.0.5:8000", "[::2]"]
)
def test_under_another_name_it_does_not_answer(host: str) -> None:
    for path in ("/", "/health", "/openapi.json"):
        assert client(host).get(path).status_code == 400
    assert client(host).post("/articles", json={"text": "a"}).status_code == 400


def test_a_name_can_be_allowed() -> None:
    assert client("fakta.example", "fakta.example").get("/health").status_code == 200


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        ({}, 200),
        ({"Origin": "http://localhost:8000"}, 200),
        ({"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": "https://fakta.example"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://localhost.evil.example:8000"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[::1"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://127.0.0.1:3000", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://localhost:3000"}, 403),
    ],
)
def test_other_sites_send_nothing(heads: dict[str, str], code: int) -> None:
    ours = client("localhost:8000", "fakta.example")
    assert ours.post("/articles", json={"text": "a"}, headers=heads).status_code == code
    assert ours.post("/", data={"text": "a"}, headers=heads).status_code == code
    assert ours.get("/", headers=heads).status_code == 200


def test_a_mistake_of_the_service_is_told_in_the_form_that_was_asked_for() -> None:
    answer = client().post("/articles", json={"text": "fail"})
    assert (answer.status_code, answer.json()) == (
        500,
        {"detail": "the service failed at this article"},
    )
    page = client().post("/", data={"text": "fail"})
    assert page.status_code == 500
    assert 'role="alert"' in page.text


def test_a_mistake_of_the_service_costs_one_article_of_a_batch() -> None:
    sent = {"articles": [{"text": text} for text in ("a", "fail", "b")]}
    outcomes = client().post("/articles/batch", json=sent).json()["outcomes"]
    told = {"status": 500, "detail": "the service failed at this article"}
    assert [outcome["problem"] for outcome in outcomes] == [None, told, None]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    app = create_app(read, a.PROVENANCE, Limits(seconds=SECONDS), hosts=LOOPBACK)
    config = uvicorn.Config(app, port=0, log_level="error", http=within(SECONDS))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


def answer_to(port: int, *pieces: bytes, pause: float = 0.0) -> tuple[bytes, float]:
    """Send `pieces`, and return what came until the server ended it, and after how long."""
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)
        parts = iter(lambda: connection.recv(4096), b"")
        return b"".join(parts), time.monotonic() - begun


@pytest.mark.parametrize("sent", [b"", b"POST /art", HEAD, b"GET /health HTTP/1.1\r\nHost: local"])
def test_a_head_that_does_not_come_ends_the_connection(port: int, sent: bytes) -> None:
    answer, seconds = answer_to(port, sent)
    assert answer == b""
    assert SECONDS * 0.9 <= seconds < SECONDS + 3


def test_a_body_that_does_not_come_is_answered(port: int) -> None:
    for more in (b"Content-Length: 50\r\n\r\n{", b"Transfer-Encoding: chunked\r\n\r\n5\r\n{"):
        answer, seconds = answer_to(port, HEAD + more)
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"not sent within 0.4 seconds" in answer
        assert SECONDS * 0.9 <= seconds < SECONDS + 3


def test_a_second_head_by_halves_ends_the_connection(port: int) -> None:
    whole = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answer, seconds = answer_to(port, whole, b"GET /hea", pause=0.1)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert seconds < SECONDS + 3


def test_what_is_sent_slowly_but_in_time_is_read(port: int) -> None:
    body = b'{"text": "Kota Jambi."}'
    head = HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body)
    answer, _ = answer_to(port, head[:20], head[20:] + body[:5], body[5:], pause=0.05)
    assert answer.startswith(b"HTTP/1.1 200 ")
