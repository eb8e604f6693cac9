"""Own words: checked with line and remedy, one set for a process, in every worker and digest."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import cli
from extractor.errors import LexiconError
from extractor.lexicon import own
from extractor.lexicon.indices import catalogue
from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.lexicon.organisations import organisation_words
from extractor.lexicon.own import OwnWords, own_words, use
from extractor.lexicon.own_files import read_own
from extractor.lexicon.regions import gazetteer
from extractor.lexicon.resource import lexicon_digest

ROOT = Path(__file__).parent.parent.parent
INDEX = "- id: indeks-kota-teduh\n  name: Indeks Kota Teduh\n  acronyms: [IKTH]\n"
WORDS = {
    "indices.yaml": f"{INDEX}- id: spbe\n  aliases: [rapor digital pemda]\n",
    "aliases.csv": "alias,codes\nKota Lumpia,33.74\n",
    "offices.yaml": "heads:\n  region: [Kasudinkes]\nshort: {Kasudinkes: Kepala Suku Dinas}\n",
    "names.yaml": "given: [Wahyuwid]\nfamily: [Pranajaya]\nnicknames: {Wid: Wahyuwid}\n",
    "organisations.yaml": "- {name: Badan Keteduhan Kota, acronyms: [BKTK]}\n",
}
TEXT = "Kota Lumpia meraih IKTH 8,4 pada 2024, kata Kasudinkes Semarang Wahyuwid Pranajaya."

WRONG = {
    "no-id": ("indices.yaml", "- name: Indeks Kota Teduh\n", 1, "mean id: indeks-kota-teduh?"),
    "bad-id": ("indices.yaml", "- id: Indeks Teduh\n  name: X\n", 1, "small letters"),
    "twice": ("indices.yaml", INDEX + INDEX, 4, "id indeks-kota-teduh stands here twice"),
    "no-name": ("indices.yaml", "- id: teduh\n", 1, "name: this key is required"),
    "key": ("indices.yaml", f"{INDEX}  acronim: [X]\n", 4, "did you mean acronyms?"),
    "comma": ("indices.yaml", f"{INDEX}  scale: {{min: 0, max: 9,5}}\n", 4, "max: 9.5?"),
    "band": (
        "indices.yaml",
        f"{INDEX}  scale: {{min: 0, max: 5}}\n  predicates:\n  - {{grade: A, from: 8, to: 9}}\n",
        1,
        "the band of A leaves the scale",
    ),
    "settled": ("indices.yaml", "- id: spbe\n  scale: {max: 9}\n", 2, "the package settles this"),
    "within": ("indices.yaml", f"{INDEX}  within: nowhere\n", 1, "nowhere is no index"),
    "mapping": ("indices.yaml", "id: x\n", 1, "a list of entries"),
    "yaml": ("indices.yaml", "- id: [\n", 2, "unreadable YAML"),
    "code": ("aliases.csv", "alias,codes\nKota Lumpia,33.47\n", 2, '"33.74" (Kota Semarang)?'),
    "name-for-code": ("aliases.csv", "Kota Lumpia,Kota Semarang\n", 1, "did you mean 33.74?"),
    "cells": ("aliases.csv", "Kota Lumpia\n", 1, "such as Kota Lumpia,33.74"),
    "small": ("aliases.csv", "kota lumpia,33.74\n", 1, "begins with no capital"),
    "alias-twice": ("aliases.csv", "Lumpia,33.74\nLumpia,33.74\n", 2, "stands here twice"),
    "class": ("offices.yaml", "heads:\n  regions: [Kasudin]\n", 2, "did you mean region?"),
    "small-head": ("offices.yaml", "heads:\n  open:\n  - kasudin\n", 3, "no capital"),
    "short": ("offices.yaml", "short: {Kasudinx: Kepala}\n", 1, "add it to heads"),
    "offices-key": ("offices.yaml", "head: {}\n", 1, "did you mean heads?"),
    "two-words": ("names.yaml", "given: [Wahyu, Wahyu Wid]\n", 1, "several words"),
    "names-list": ("names.yaml", "family: Siregar\n", 1, "should be a list"),
    "known-body": ("organisations.yaml", "- {name: Kementerian Agama}\n", 1, "known already"),
    "kind": ("organisations.yaml", "- {name: X Y, kind: ministri}\n", 1, "did you mean ministry?"),
    "body-key": ("organisations.yaml", "- {name: X Y, acronym: [XY]}\n", 1, "mean acronyms?"),
    "file": ("index.yaml", "- id: x\n", 1, "did you mean indices.yaml?"),
}


def written(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> "object":
    """Let the test use words as in a process of its own, and the others none afterwards."""
    kept = own._State.words, own._State.pinned
    own._State.words, own._State.pinned = None, False
    own._forget()
    yield None
    own._State.words, own._State.pinned = kept
    own._forget()


@pytest.mark.parametrize(("name", "content", "line", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_line_and_remedy(
    name: str, content: str, line: int, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(LexiconError) as error:
        read_own(written(tmp_path, {name: content}))
    (told,) = str(error.value).splitlines()
    assert told.startswith(f"{tmp_path / name}:{line}: ")
    assert reason in told


def test_all_files_are_told_at_once(tmp_path: Path) -> None:
    names = ("key", "code", "class", "two-words", "kind")
    with pytest.raises(LexiconError) as error:
        read_own(written(tmp_path, {WRONG[name][0]: WRONG[name][1] for name in names}))
    assert len(str(error.value).splitlines()) == len(names)


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_words_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(LexiconError, match=r"indices\.yaml, aliases\.csv"):
        read_own(tmp_path / name)


def test_a_name_that_means_something_else_too_is_a_note(tmp_path: Path) -> None:
    index = "- id: teduh\n  name: Indeks Kota Teduh\n  acronyms: [SPBE]\n"
    words = read_own(written(tmp_path, {"indices.yaml": index, "aliases.csv": "Jambi,33.74\n"}))
    first, second = words.notes
    assert "indices.yaml:1: 'SPBE' is also a name of spbe" in first
    assert "aliases.csv:1: 'Jambi' is also a name of" in second


def test_words_are_added_to_those_of_the_package(tmp_path: Path, fresh: object) -> None:
    assert catalogue().resolve("IKTH") is None
    digest = lexicon_digest()
    words = use(written(tmp_path, WORDS))
    assert catalogue().resolve("IKTH") == "indeks-kota-teduh"
    assert catalogue().resolve("rapor digital pemda") == catalogue().resolve("SPBE") == "spbe"
    assert gazetteer().names["kota", "lumpia"] == ("33.74",)
    assert office_words().heads["Kasudinkes"] == "region"
    assert {"Wahyuwid", "Pranajaya"} <= name_words().given | name_words().family
    assert organisation_words().acronyms["BKTK"] == "Badan Keteduhan Kota"
    assert lexicon_digest() != digest
    assert pickle.loads(pickle.dumps(words)) == words, "workers get them as they are"


def test_the_variable_names_the_folder(
    tmp_path: Path, fresh: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(own.VARIABLE, str(written(tmp_path, WORDS)))
    assert own_words().folder == str(tmp_path)
    assert catalogue().resolve("IKTH") == "indeks-kota-teduh"


def test_other_words_are_refused_once_there_is_an_extractor(tmp_path: Path, fresh: object) -> None:
    one = use(written(tmp_path / "a", WORDS))
    own.pin()
    assert use(written(tmp_path / "b", WORDS)) == one, "the same words elsewhere"
    with pytest.raises(LexiconError, match="one process has one lexicon"):
        use(written(tmp_path / "c", {"aliases.csv": "Kota Lumpia,33.74\n"}))
    with pytest.raises(LexiconError, match="one process has one lexicon"):
        use(OwnWords())


def test_the_command_counts_and_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lexicon", "check", str(written(tmp_path, WORDS))]) == 0
    assert "indices: 1\n" in capsys.readouterr().out
    written(tmp_path, {"aliases.csv": "Kota Lumpia,33.47\n", "names.yaml": "given: [x]\n"})
    assert cli.main(["lexicon", "check", str(tmp_path)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.startswith(f"fakta: {tmp_path}") for line in lines] == [True, True]


EVERYWHERE = """
import json, sys
import extractor
from extractor import cli
from extractor.serve.worker import Workers, load
from extractor.lexicon.own import own_words
from extractor.source import Source
from functools import partial

if __name__ == "__main__":
    folder, text = sys.argv[1:]
    ex = extractor.load(lexicon=folder)
    read = [ex.extract(text, id="a"), *ex.extract_many([Source(text, "a")], processes=1)]
    with Workers(partial(load, own_words())) as workers:
        read.append(workers.read(Source(text, "a"), 120))
    print(json.dumps([article.model_dump(mode="json") for article in read]))
    sys.exit(cli.main(["batch", "a.txt", "--out", "data", "--lexicon", folder, "--processes", "1"]))
"""


@pytest.mark.slow
def test_every_worker_reads_with_them_and_the_dataset_tells(tmp_path: Path) -> None:
    folder = written(tmp_path / "kata", WORDS)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    script = tmp_path / "everywhere.py"
    script.write_text(EVERYWHERE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(folder), TEXT],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    articles = json.loads(done.stdout.splitlines()[0])
    assert len(articles) == 3
    for article in articles:
        assert article == articles[0]
        (score,) = article["scores"]
        assert (score["subject"]["code"], score["index"]) == ("33.74", "indeks-kota-teduh")
        assert [official["name"] for official in article["officials"]] == ["Wahyuwid Pranajaya"]
    manifest = json.loads((tmp_path / "data" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["lexicon"] == articles[0]["provenance"]["lexicon"] != lexicon_digest()[:16]
    assert manifest["counts"]["extracted"] == 1
