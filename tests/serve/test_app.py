import json
import threading
import time

import pytest
from fastapi.testclient import TestClient

from extractor.errors import InputError
from extractor.records import Article
from extractor.records.schema import article_schema
from extractor.serve.app import Limits, create_app
from extractor.serve.worker import BusyError, TookTooLongError
from extractor.source import Source
from tests import articles as a
from tests.archive.makers import gz, json_lines
from tests.archive.makers import page as html_page


def read(source: Source, seconds: float) -> Article:
    if source.text == "slow":
        raise TookTooLongError(f"not read within {seconds:g} seconds")
    if source.text == "busy":
        raise BusyError("no worker was free")
    if source.text == "bad":
        raise InputError("character 3 is half of a pair")
    return a.article(
        text=source.text,
        id=source.id,
        title=source.title,
        published=source.published,
        scores=(a.score(),) if source.text == a.TEXT else (),
    )


client = TestClient(create_app(read, a.PROVENANCE, Limits(bytes=2000, seconds=5)))


def test_an_article_gives_its_records() -> None:
    sent = {"text": a.TEXT, "id": "x", "published": "2025-01-04", "title": "Judul"}
    answer = client.post("/articles", json=sent)
    assert answer.status_code == 200
    article = Article.model_validate(answer.json())
    assert (article.id, article.title, str(article.published)) == ("x", "Judul", "2025-01-04")
    assert answer.json()["scores"][0]["value"] == 4.32


def test_without_an_id_equal_texts_have_equal_ids() -> None:
    ids = [client.post("/articles", json={"text": text}).json()["id"] for text in ("a", "a", "b")]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "a", "published": "kemarin"}, "published"),
        ({"text": "a", "isi": "b"}, "isi"),
        ({"text": 5}, "text"),
    ],
)
def test_a_bad_article_is_told_where(sent: dict[str, object], where: str) -> None:
    answer = client.post("/articles", json=sent)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", where]


@pytest.mark.parametrize("body", [b"{", b'{"text": "\xff"}', b'{"text": "\\ud800"}'])
def test_what_is_no_json_is_refused(body: bytes) -> None:
    answer = client.post("/articles", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)


@pytest.mark.parametrize(("text", "code"), [("slow", 504), ("busy", 503), ("bad", 422)])
def test_what_cannot_be_read_is_told(text: str, code: int) -> None:
    answer = client.post("/articles", json={"text": text})
    assert answer.status_code == code
    assert answer.json()["detail"]
    page = client.post("/", data={"text": text})
    assert page.status_code == code
    assert 'role="alert"' in page.text


def test_more_than_the_limit_is_refused_however_it_is_sent() -> None:
    large = json.dumps({"text": "a" * 3000}).encode()

    def pieces() -> "object":
        yield from (large[at : at + 500] for at in range(0, len(large), 500))

    for content in (large, pieces()):
        answer = client.post("/articles", content=content)  # type: ignore[arg-type]
        assert answer.status_code == 413
    assert client.post("/", data={"text": "a" * 3000}).status_code == 413


def test_the_page_shows_a_pasted_article() -> None:
    assert "<textarea" in client.get("/").text
    page = client.post("/", data={"text": a.TEXT.replace("\n", "\r\n"), "published": "2025-01-04"})
    assert page.status_code == 200
    assert 'data-fact="a0-scores-0"' in page.text
    assert page.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("sent", [{"text": " \n"}, {"text": "a", "published": "kemarin"}, {}])
def test_the_page_tells_what_it_cannot_read(sent: dict[str, str]) -> None:
    page = client.post("/", data=sent)
    assert page.status_code == 422
    assert 'role="alert"' in page.text


FILES: dict[str, tuple[str, bytes, int, str]] = {
    "page": ("a.html", html_page(), 200, "<h1>Judul</h1>"),
    "rows": ("a.csv", f'isi\n"{a.TEXT}"\n'.encode(), 200, "a0-scores-0"),
    "packed": ("a.txt.gz", gz(a.TEXT.encode()), 200, "a0-scores-0"),
    "pdf": ("a.pdf", b"%PDF-1.7 x", 422, "a PDF is not read"),
    "nothing": ("a.txt", b"", 422, "the file is empty"),
    "many": ("a.jsonl", json_lines([{"text": a.TEXT}] * 4), 422, "lebih dari 3 berita"),
    "hostile": ("<b>.jpg", b"x", 422, "&lt;b&gt;.jpg: "),
}


@pytest.mark.parametrize("sent", FILES.values(), ids=FILES)
def test_a_file_of_any_format_is_read_or_refused_with_a_word(
    sent: tuple[str, bytes, int, str],
) -> None:
    name, content, status, told = sent
    client = TestClient(create_app(read, a.PROVENANCE, Limits(articles=3)))
    page = client.post("/", files={"file": (name, content)}, data={"text": ""})
    assert page.status_code == status
    assert told in page.text


def test_the_title_of_a_pasted_article_is_its_headline() -> None:
    text = f"Kota Jambi Raih Indeks SPBE\n\n{a.TEXT}"
    page = client.post("/", data={"text": text})
    assert "<h1>Kota Jambi Raih Indeks SPBE</h1>" in page.text


def test_health_names_what_makes_the_records() -> None:
    expected = {"status": "ok", "provenance": a.PROVENANCE.model_dump()}
    assert client.get("/health").json() == expected


def test_openapi_describes_the_records_as_the_schema_does() -> None:
    api = client.get("/openapi.json").json()
    described = api["components"]["schemas"]
    assert set(json.loads(article_schema())["$defs"]) <= set(described)
    answers = api["paths"]["/articles"]["post"]["responses"]
    assert {"200", "413", "422", "503", "504"} <= set(answers)
    assert list(described["Article"]["properties"]) == list(Article.model_fields)


def test_a_batch_answers_each_article_in_order() -> None:
    texts = [a.TEXT, "slow", "busy", "bad", "Kota Jambi."]
    sent = {"articles": [{"text": text, "id": f"a{at}"} for at, text in enumerate(texts)]}
    answer = client.post("/articles/batch", json=sent)
    assert answer.status_code == 200
    outcomes = answer.json()["outcomes"]
    assert [outcome["id"] for outcome in outcomes] == ["a0", "a1", "a2", "a3", "a4"]
    told = [outcome["problem"] and outcome["problem"]["status"] for outcome in outcomes]
    assert told == [None, 504, 503, 422, None]
    assert Article.model_validate(outcomes[0]["article"]).scores[0].index == "spbe"
    assert outcomes[3] == {
        "id": "a3",
        "article": None,
        "problem": {"status": 422, "detail": "character 3 is half of a pair"},
    }


def test_a_bad_or_large_batch_is_refused() -> None:
    sent = {"articles": [{"text": "a"}, {"text": ""}]}
    answer = client.post("/articles/batch", json=sent)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", "articles", 1, "text"]
    assert client.post("/articles/batch", json={"articles": []}).status_code == 422
    few = TestClient(create_app(read, a.PROVENANCE, Limits(articles=1)))
    answer = few.post("/articles/batch", json={"articles": [{"text": "a"}] * 2})
    assert (answer.status_code, answer.json()) == (413, {"detail": "more than 1 articles"})
    assert (
        client.post("/articles/batch", json={"articles": [{"text": "a" * 3000}]}).status_code == 413
    )


def test_no_more_of_a_batch_is_read_at_once_than_there_are_lanes() -> None:
    at_work, most = 0, 0
    lock = threading.Lock()

    def slowly(source: Source, seconds: float) -> Article:
        nonlocal at_work, most
        with lock:
            at_work += 1
            most = max(most, at_work)
        time.sleep(0.02)
        with lock:
            at_work -= 1
        return read(source, seconds)

    lanes = TestClient(create_app(slowly, a.PROVENANCE, Limits(lanes=2)))
    answer = lanes.post("/articles/batch", json={"articles": [{"text": "a"}] * 8})
    assert (answer.status_code, most) == (200, 2)


def test_readiness_is_told_apart_from_liveness() -> None:
    loaded = False
    loading = TestClient(create_app(read, a.PROVENANCE, ready=lambda: loaded))
    answer = loading.get("/ready")
    assert (answer.status_code, answer.json()) == (503, {"status": "loading"})
    assert answer.headers["retry-after"] == "1"
    assert loading.get("/health").status_code == 200
    loaded = True
    answer = loading.get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})
