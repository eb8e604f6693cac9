"""The desk of a reviewer: what it gives, what it writes, and what it refuses to write."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from extractor import cli
from extractor.errors import InputError
from extractor.facts.load import load_facts
from extractor.records import Article
from extractor.serve.review import Desk, articles_of, create_desk
from extractor.source import Source
from tests import articles as a

FACTS = """# Catatan redaksi
article: a
regions: ["15.71"]
scores:
- {subject: "15.71", index: SPBE, value: 4.32, period: "2024"}  # sudah ditelepon
- {subject: "15.71", index: IPM, value: 81.05}  # periksa: 71 %
"""


def read(source: Source, seconds: float) -> Article:
    if not source.text.endswith(a.TEXT):
        raise InputError("no article")
    extra = len(source.text) - len(a.TEXT)
    shifted = tuple(
        piece.model_copy(update={"start": piece.start + extra, "end": piece.end + extra})
        for piece in a.at("peringkat ke-4")
    )
    rank = a.rank(confidence=0.6).model_copy(update={"evidence": shifted})
    return a.article(id=source.id, text=source.text, title=source.title, ranks=(rank,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(a.TEXT, encoding="utf-8")
    (tmp_path / "a.facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text(f"\U0001f600 {a.TEXT}", encoding="utf-8")
    (tmp_path / "sub" / "c.txt").write_text("Lain.", encoding="utf-8")
    (tmp_path / "a.txt.bak").write_text("x", encoding="utf-8")
    return tmp_path


@pytest.fixture
def client(folder: Path) -> TestClient:
    return TestClient(create_desk(Desk(articles_of([folder]), read)))


def saved(client: TestClient, number: int, **changed: Any) -> Any:
    opened = client.get(f"/articles/{number}").json()
    kept = [item for item in opened["items"] if item["state"] in ("kept", "draft")]
    kept.sort(key=lambda item: item["order"])
    facts = [{"kind": i["kind"], "data": i["data"], "checked": i["state"] != "draft"} for i in kept]
    body = {"facts": facts, "complete": False, "version": opened["version"], **changed}
    return client.put(f"/articles/{number}", json=body)


def test_articles_are_those_below_a_folder(folder: Path, tmp_path: Path) -> None:
    assert [path.name for path in articles_of([folder])] == ["a.txt", "b.txt", "c.txt"]
    assert articles_of([folder / "a.txt"]) == [folder / "a.txt"]
    (folder / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="is a dataset"):
        articles_of([folder])
    with pytest.raises(InputError, match="no such file"):
        articles_of([tmp_path / "gone"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no article"):
        articles_of([tmp_path / "empty"])


def test_an_article_comes_with_its_facts_doubts_first(client: TestClient) -> None:
    opened = client.get("/articles/0").json()
    assert [(i["kind"], i["state"]) for i in opened["items"]][:2] == [
        ("ranks", "new"),
        ("scores", "draft"),
    ]
    assert opened["items"][1]["data"]["value"] == "81.05"


def test_spans_are_counted_as_the_browser_counts(client: TestClient) -> None:
    opened = client.get("/articles/1").json()
    (start, end) = opened["items"][0]["spans"][0]
    utf16 = opened["text"].encode("utf-16-le")
    assert utf16[2 * start : 2 * end].decode("utf-16-le") == "peringkat ke-4"


def test_saving_nothing_new_leaves_lines_and_comments_alone(
    client: TestClient, folder: Path
) -> None:
    assert "version" in saved(client, 0).json()
    text = (folder / "a.facts.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Catatan redaksi\n")
    assert "# sudah ditelepon\n" in text
    assert "# periksa: 71 %\n" in text


def test_what_was_checked_loses_its_mark_and_additions_are_written(
    client: TestClient, folder: Path
) -> None:
    facts = [
        {"kind": "scores", "data": {"subject": "15.71", "index": "IPM", "value": "81.05"}},
        {"kind": "ranks", "data": {"subject": "15.71", "index": "SPBE", "position": "4"}},
        {"kind": "quotes", "data": {"starts": "Ini hasil", "ends": "kerja semua", "speaker": None}},
        {"kind": "indices", "data": "SPBE"},
    ]
    answer = saved(client, 0, facts=facts, complete=True)
    known = load_facts(folder / "a.facts.yaml")
    assert known.complete
    assert (known.regions, known.ranks[0].position, known.indices) == ((), 4, ("SPBE",))
    assert "speaker" in known.quotes[0].model_fields_set
    assert "periksa" not in (folder / "a.facts.yaml").read_text(encoding="utf-8")
    again = client.get("/articles/0").json()
    assert answer.json()["version"] == again["version"]
    assert {item["state"] for item in again["items"]} == {"kept"}


def test_an_article_without_facts_gets_its_file(client: TestClient, folder: Path) -> None:
    facts = [{"kind": "regions", "data": "15.71"}]
    assert "version" in saved(client, 1, facts=facts).json()
    known = load_facts(folder / "sub" / "b.facts.yaml")
    assert (known.article, known.regions) == ("b", ("15.71",))


WRONG = {
    "code": ("regions", "15.17", "", 'did you mean "15.71"'),
    "comma": ("scores", {"subject": "15.71", "index": "SPBE", "value": "4,3"}, "value", "4.3?"),
    "slip": ("scores", {"subject": "15.71", "index": "SPEB", "value": "4.3"}, "index", "SPBE?"),
    "day": ("dates", {"text": "Sabtu", "date": "4/1/2025"}, "date", "2025-01-04"),
    "place": ("ranks", {"subject": "15.71", "position": "9", "out_of": "8"}, "", "no place 9"),
}


@pytest.mark.parametrize(("kind", "data", "field", "reason"), WRONG.values(), ids=WRONG)
def test_what_a_facts_file_may_not_hold_is_told_at_its_fact(
    kind: str, data: object, field: str, reason: str, client: TestClient, folder: Path
) -> None:
    fine = {"kind": kind, "data": "15"} if kind == "regions" else None
    facts = [fact for fact in (fine, {"kind": kind, "data": data}) if fact]
    answer = saved(client, 0, facts=facts)
    (problem,) = answer.json()["problems"]
    assert (problem["kind"], problem["at"], problem["field"]) == (kind, len(facts) - 1, field)
    assert reason in problem["reason"]
    assert (folder / "a.facts.yaml").read_text(encoding="utf-8") == FACTS


def test_a_file_that_changed_meanwhile_is_not_written_over(
    client: TestClient, folder: Path
) -> None:
    version = client.get("/articles/0").json()["version"]
    (folder / "a.facts.yaml").write_text(FACTS + "indices: [SPBE]\n", encoding="utf-8")
    answer = saved(client, 0, version=version)
    assert "berubah" in answer.json()["reason"]
    assert "indices: [SPBE]" in (folder / "a.facts.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_told_and_the_others_open(client: TestClient, folder: Path) -> None:
    assert client.get("/articles/2").json() == {"reason": "no article"}
    (folder / "a.facts.yaml").write_text("regions: [15.10]\n", encoding="utf-8")
    answer = client.get("/articles/0")
    assert "a.facts.yaml:1: " in answer.json()["reason"]
    assert "items" in client.get("/articles/1").json()
    assert client.get("/articles/3").status_code == client.get("/articles/-1").status_code == 404


def test_a_name_that_is_made_to_lead_here_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "elsewhere.example"}).status_code == 400


def test_the_command_tells_what_is_no_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["review", str(tmp_path)]) == 1
    assert "no article" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("KOTA  jambi", ["a.txt", "sub/b.txt"]),
        ("sub", ["sub/b.txt", "sub/c.txt"]),
        ('"lain"', ["sub/c.txt"]),
        ('"jambi kota', []),
        ("[a-z]+", []),
    ],
)
def test_words_are_looked_for_in_names_and_texts(
    words: str, names: list[str], client: TestClient
) -> None:
    answer = client.get("/found", params={"words": words}).json()
    assert [one["name"] for one in answer["articles"]] == names
    assert answer["of"] == len(names)


def test_an_article_that_is_gone_or_changed_is_looked_for_as_it_is(
    client: TestClient, folder: Path
) -> None:
    found = client.get("/found", params={"words": "jambi"}).json()
    assert found["of"] == 2
    (folder / "a.txt").write_text("Lain.", encoding="utf-8")
    (folder / "sub" / "b.txt").unlink()
    assert client.get("/found", params={"words": "jambi"}).json()["of"] == 0
