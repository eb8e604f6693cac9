"""The desk of a reviewer of a dataset: what it gives, what it writes, and the same by keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from extractor import cli
from extractor.archive.questions.corrections.file import Correction, load_corrections
from extractor.archive.questions.dataset import Dataset
from extractor.errors import InputError
from extractor.serve.dataset import DatasetDesk
from extractor.serve.review import create_desk
from tests import articles as a
from tests.archive.test_corrections import DIGEST, PLACE, RANK, entry, made
from tests.browsing import opened
from tests.serve.desk_keys import look_for, ready, refuse_then_correct
from tests.serve.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return made(tmp_path, "n1", "n2")


@pytest.fixture
def client(data: Path) -> TestClient:
    return TestClient(create_desk(DatasetDesk(data)))


def items(client: TestClient, number: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/articles/{number}").json()["items"]
    return found


def saved(
    client: TestClient,
    number: int = 0,
    *more: dict[str, Any],
    copies: bool = False,
    **states: Any,
) -> Any:
    """Save the article; `states` tell by kind what becomes of its first record."""
    article = client.get(f"/articles/{number}").json()
    facts = []
    for item in sorted(article["items"], key=lambda item: item["order"]):
        told = states.pop(item["kind"], None)
        facts.append(
            {
                "kind": item["kind"],
                "data": told if isinstance(told, dict | str) and told != "gone" else item["data"],
                "checked": told is not None or item["state"] != "draft",
                "gone": told == "gone" or (told is None and item["state"] == "refused"),
                "row": item["row"],
                "spans": item["spans"],
            }
        )
    body = {"facts": [*facts, *more], "complete": False, "version": article["version"]}
    body["copies"] = copies
    return client.put(f"/articles/{number}", json=body).json()


def written(data: Path) -> list[Correction]:
    return load_corrections(data / "corrections.yaml")


def test_records_come_least_confident_first(client: TestClient) -> None:
    told = [(item["kind"], item["state"], item["confidence"]) for item in items(client)]
    assert told[0] == ("ranks", "draft", 0.6)
    assert len(told) == 8
    article = client.get("/articles/0").json()
    assert article["text"] == a.TEXT, "a dataset keeps the article's text"


def test_nothing_said_is_nothing_written(client: TestClient, data: Path) -> None:
    assert "version" in saved(client)
    assert written(data) == []


def test_what_is_said_is_written_and_applied(client: TestClient, data: Path) -> None:
    score = {"subject": "15.71", "index": "SPBE", "value": "4.33", "period": "2024"}
    added = {"kind": "indices", "data": "IPM", "spans": [[5, 9]]}
    assert "version" in saved(client, 0, added, scores=score, ranks="gone", officials=True)
    told = {one.kind: one for one in written(data)}
    assert told["ranks"].becomes == "deleted"
    assert told["officials"].becomes == "accepted"
    assert told["scores"].changes == {"value": 4.33, "predicate": None}
    assert (told["indices"].was, told["indices"].at) == (None, ((5, 9),))
    assert {one.digest for one in told.values()} == {DIGEST}
    (again,) = [item for item in items(client) if item["kind"] == "scores" and item["row"] == 0]
    assert (again["state"], again["data"]["value"]) == ("kept", "4.33")
    assert "mesin membaca" in again["note"]
    found = Dataset(data).ask("select value_text from scores where corrected = 'corrected'")[1]
    assert list(found) == [("4.33",)]


def test_what_was_said_before_is_kept_word_for_word(client: TestClient, data: Path) -> None:
    other = "# sudah ditelepon\n" + entry("ranks", PLACE, RANK, "{position: 5}", "n2")
    own = "# sama\n" + entry("ranks", PLACE, RANK, "{position: 6}")
    stale = entry("ranks", PLACE, RANK, "deleted", text="0" * 16)
    (data / "corrections.yaml").write_text(f"# milik kami\n{stale}{other}{own}", encoding="utf-8")
    assert "version" in saved(client, 0, officials=True)
    text = (data / "corrections.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"# milik kami\n{stale}{other}{own}- article: n1\n")
    assert "version" in saved(client, 0, ranks="gone")
    text = (data / "corrections.yaml").read_text(encoding="utf-8")
    assert f"# milik kami\n{stale}{other}- article" in text
    assert [one.becomes for one in written(data) if one.kind == "ranks"] == [
        "deleted",
        {"position": 5},
        "deleted",
    ]
    back = {"subject": "15.71", "index": "SPBE", "position": 4, "scope": "national"}
    assert "version" in saved(client, 0, ranks=back)
    assert [one.becomes for one in written(data) if one.article == "n1"][1:] == [
        "accepted",
        "accepted",
    ]


def test_a_fact_that_was_added_can_be_changed_and_deleted(client: TestClient, data: Path) -> None:
    quote = {"starts": "hasil", "ends": "kerja", "speaker": "Sri Wulan"}
    more = {"kind": "quotes", "data": quote, "spans": [[4, 9]]}
    assert "version" in saved(client, 0, more)
    (one,) = written(data)
    assert a.TEXT[slice(*one.at[0])] == one.fact["text"] == "hasil kerja"
    article = client.get("/articles/0").json()
    row = next(item for item in article["items"] if item["row"] and item["kind"] == "quotes")
    said = {"kind": "quotes", "row": row["row"], "spans": row["spans"]}
    facts = [{**said, "data": {**quote, "speaker": None}}]
    body = {"facts": facts, "complete": False, "version": article["version"]}
    body["version"] = client.put("/articles/0", json=body).json()["version"]
    assert [one.fact.get("speaker") for one in written(data)] == [None]
    body["facts"] = [{**said, "data": quote, "gone": True}]
    assert "version" in client.put("/articles/0", json=body).json()
    assert written(data) == []


WRONG: dict[str, tuple[str, Any, str, str]] = {
    "region": ("regions", "15.17", "", 'did you mean "15.71"'),
    "value": ("scores", {"subject": "15.71", "index": "SPBE", "value": "4,3"}, "value", "4.3?"),
    "office": ("officials", {"name": "Sri Wulan"}, "office", "null"),
    "words": ("quotes", {"starts": "Tidak", "ends": "ada"}, "starts", "tidak ada di dalam berita"),
}


@pytest.mark.parametrize(("kind", "told", "field", "reason"), WRONG.values(), ids=WRONG)
def test_what_no_record_can_be_is_told_at_its_fact(
    kind: str, told: Any, field: str, reason: str, client: TestClient, data: Path
) -> None:
    (problem,) = saved(client, 0, **{kind: told})["problems"]
    assert (problem["kind"], problem["at"], problem["field"]) == (kind, 0, field)
    assert reason in problem["reason"]
    assert not (data / "corrections.yaml").exists()


def test_a_file_that_changed_meanwhile_is_not_written_over(client: TestClient, data: Path) -> None:
    body = {"facts": [], "complete": False, "version": client.get("/articles/0").json()["version"]}
    (data / "corrections.yaml").write_text("[]\n", encoding="utf-8")
    assert "berubah" in client.put("/articles/0", json=body).json()["reason"]
    (data / "corrections.yaml").write_text("[1]\n", encoding="utf-8")
    assert "corrections.yaml:1: " in client.get("/articles/0").json()["reason"]


def test_articles_are_chosen(data: Path, tmp_path: Path) -> None:
    (data / "corrections.yaml").write_text(entry("ranks", PLACE, RANK, "accepted"), "utf-8")
    desk = DatasetDesk(data, limit=1)
    assert ([one["name"] for one in desk.about()], desk.of) == (["n2"], 2)
    chosen = DatasetDesk(data, tmp_path / "own.yaml", ids=["n1"])
    assert [(one["name"], one["known"]) for one in chosen.about()] == [("n1", False)]
    with pytest.raises(InputError, match="no article has the id n3"):
        DatasetDesk(data, ids=["n1", "n3"])


def test_the_command_tells_what_is_no_dataset(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(a.TEXT, encoding="utf-8")
    assert cli.main(["review", str(tmp_path), "--limit", "3"]) == 1
    assert "--limit is for a dataset" in capsys.readouterr().err
    (tmp_path / ".run").mkdir()
    assert cli.main(["review", str(tmp_path), "--port", "0"]) == 1
    assert "its run has not ended" in capsys.readouterr().err


def test_the_command_serves_a_dataset_and_tells_where_it_writes(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served: list[FastAPI] = []

    def serve(app: FastAPI, host: str, port: int) -> int:
        served.append(app)
        return 0

    monkeypatch.setattr("extractor.cli.serve.served", serve)
    stale = entry("ranks", PLACE, RANK, "deleted", text="0" * 16)
    own = data.parent / "own.yaml"
    own.write_text(stale, encoding="utf-8")
    command = ["review", str(data), "--port", "0", "--limit", "1", "--corrections", str(own)]
    assert cli.main(command) == 0
    told = capsys.readouterr().err
    assert f"{own}:1: ranks of n1: the text is another one now" in told
    assert "1 of 2 articles, the least sure first" in told
    assert f"corrections are kept in {own}" in told
    client = TestClient(served[0])
    assert "version" in saved(client, 0, ranks="gone")
    assert [one.becomes for one in load_corrections(own)] == ["deleted", "deleted"]
    own.write_text("[1]\n", encoding="utf-8")
    assert cli.main(command) == 1
    assert "own.yaml:1: a correction is a mapping" in capsys.readouterr().err


def found(client: TestClient, words: str) -> list[str]:
    answer = client.get("/found", params={"words": words}).json()
    assert answer["of"] == len(answer["articles"])
    return [one["name"] for one in answer["articles"]]


def test_words_are_found_beyond_the_articles_on_the_desk(data: Path) -> None:
    client = TestClient(create_desk(DatasetDesk(data, ids=["n2"])))
    assert client.get("/articles/1").status_code == 404
    assert found(client, "kota  JAMBI") == ["n1", "n2"]
    assert client.get("/articles/1").json()["name"] == "n1"
    assert found(client, 'n1 "kota jambi"') == ["n1"]
    assert found(client, '"jambi kota"') == []
    assert found(client, "' or 1=1 -- %") == []
    assert found(client, "") == ["n1", "n2"]


def test_copies_of_an_article_are_told_and_come_onto_the_desk(data: Path) -> None:
    client = TestClient(create_desk(DatasetDesk(data, limit=1)))
    opened = client.get("/articles/0").json()
    assert opened["name"] == "n1"
    assert opened["copies"] == [{"number": 1, "name": "n2", "known": False}]
    assert client.get("/articles/1").json()["copies"][0]["name"] == "n1"


def test_what_is_said_is_carried_over_to_copies_that_say_the_same(
    data: Path, client: TestClient
) -> None:
    own = entry("ranks", PLACE, RANK, "{position: 5}", "n2")
    (data / "corrections.yaml").write_text(own, encoding="utf-8")
    score = {"subject": "15.71", "index": "SPBE", "value": "4.33", "period": "2024"}
    added = {"kind": "indices", "data": "IPM", "spans": [[5, 9]]}
    article = client.get("/articles/0").json()
    assert article["name"] == "n1"
    answer = saved(client, 0, added, scores=score, ranks="gone", copies=True)
    assert answer["carried"] == {"corrections": 2, "articles": 1}
    told = {(one.article, one.kind): one for one in written(data)}
    assert told["n2", "ranks"].changes == {"position": 5}, "decided before"
    assert told["n2", "scores"].changes == told["n1", "scores"].changes
    assert told["n2", "indices"].at == ((5, 9),)
    assert Dataset(data).unfit == []
    answer = saved(client, 0, copies=True)
    assert answer["carried"] == {"corrections": 0, "articles": 0}


@pytest.fixture
def address(data: Path) -> Iterator[str]:
    with served(create_desk(DatasetDesk(data))) as address:
        yield address


def test_keys_alone_put_a_dataset_right(browser: "Browser", address: str, data: Path) -> None:
    with opened(browser, address) as page:
        ready(page)
        assert page.locator(".state").first.inner_text() == "60 % belum diperiksa"
        assert not page.is_visible(".whole")
        refuse_then_correct(page, "4,33")
        page.keyboard.press("t")  # a word more
        page.keyboard.press("Enter")
        page.keyboard.press("2")
        page.keyboard.press("Enter")
        page.keyboard.press("s")
        page.wait_for_selector("#save:disabled")
        page.locator("#sum", has_text="tersimpan").wait_for()
        states = page.locator(".state").all_inner_texts()
        assert states.count("sudah diperiksa") == 2
        assert states[-1] == "bukan fakta"
        page.keyboard.press("]")
        ready(page)
        assert "60 % belum diperiksa" in page.locator(".state").first.inner_text()
    told = {one.kind: one.becomes for one in written(data)}
    assert told["ranks"] == "deleted"
    assert told["scores"] == {"value": 4.33}
    assert "indices" in told


def test_a_copy_is_a_click_away(browser: "Browser", data: Path) -> None:
    desk = DatasetDesk(data, limit=1)
    with served(create_desk(desk)) as address, opened(browser, address) as page:
        ready(page)
        assert page.locator("#pick option").all_inner_texts() == ["n1"]
        page.click("#copies button")
        page.wait_for_selector("h1:text('n2')")
        assert page.input_value("#pick") == "1"
        look_for(page, "n1")
        assert page.inner_text("h1") == "n1"
        page.keyboard.press("d")
        page.check("#also")
        page.keyboard.press("s")
        page.wait_for_selector("#sum:has-text('juga 1 di 1 salinan')")
    assert [(one.article, one.becomes) for one in written(data)] == [
        ("n1", "deleted"),
        ("n2", "deleted"),
    ]
