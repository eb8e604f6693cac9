"""The facts of a file beside what was read: doubts first, and what nobody touched stays."""

from decimal import Decimal

from extractor.facts.kept import Kept, kept_of
from extractor.facts.known import Fact, Kind, KnownFacts
from extractor.facts.load import parse_facts
from extractor.facts.review import Item, items_of
from extractor.facts.write import known_text
from extractor.records import Article
from tests import articles as a

READ = a.article(
    regions=(a.region(),),
    scores=(a.score(confidence=0.8),),
    ranks=(a.rank(confidence=0.6),),
    officials=(a.official(confidence=0.95),),
)
FILE = """# Catatan redaksi
article: a1
complete: false
regions: ["15.71"]
scores:
# diralat pada Januari
- {subject: "15.71", index: SPBE, value: 4.32, period: "2024"}  # sudah ditelepon
- {subject: "15.71", index: IPM, value: 81.05}  # periksa: 71 %
officials:
- name: Sri Wulan
  office: Wali Kota Jambi
"""


def listed(file: str, article: Article = READ) -> list[Item]:
    known = parse_facts(file, "x")
    return items_of(article, known, kept_of(file, known))


def test_without_a_file_all_is_new_and_the_least_sure_is_first() -> None:
    items = items_of(READ, None, Kept())
    assert {item.state for item in items} == {"new"}
    assert [(item.kind, item.confidence) for item in items] == [
        ("ranks", 0.6),
        ("scores", 0.8),
        ("officials", 0.95),
        ("regions", None),
    ]
    assert READ.text[slice(*items[0].spans[0])] == "peringkat ke-4"


def test_facts_of_the_file_come_behind_what_is_to_be_checked() -> None:
    items = listed(FILE)
    assert [(item.kind, item.state) for item in items[:2]] == [
        ("ranks", "new"),
        ("scores", "draft"),
    ]
    assert items[1].confidence == 0.71
    assert items[1].note == "tidak terbaca oleh mesin"
    assert {(item.kind, item.state) for item in items[2:]} == {
        ("regions", "kept"),
        ("scores", "kept"),
        ("officials", "kept"),
    }
    kept = next(item for item in items if item.kind == "scores" and item.state == "kept")
    assert READ.text[slice(*kept.spans[0])] == "4,32"


def test_what_the_machine_reads_otherwise_is_a_note() -> None:
    (item,) = (i for i in listed(FILE.replace('"2024"', '"2023"')) if i.note.startswith("mesin"))
    assert item.note == "mesin membaca: period 2024"
    other = FILE.replace("4.32", "4.23")
    notes = [item.note for item in listed(other) if item.kind == "scores"]
    assert any("value 4.32" in note for note in notes)


def test_of_a_complete_file_what_else_was_read_is_no_fact() -> None:
    items = listed(FILE.replace("complete: false", "complete: true"))
    assert items[-1].state == "refused"
    assert items[-1].kind == "ranks"


def test_a_rank_without_an_index_is_listed_too() -> None:
    file = "ranks:\n- {subject: '15.71', position: 2}\nscores: []\n"
    assert ("ranks", "kept") in [(item.kind, item.state) for item in listed(file)]


def test_lines_that_nobody_touched_stay_with_their_comments() -> None:
    known = parse_facts(FILE, "x")
    kept = kept_of(FILE, known)
    lines: dict[tuple[Kind, Fact], str] = {
        ("scores", fact): kept.line("scores", fact) for fact in known.scores
    }
    text = known_text(known, lines, kept.remarks)
    assert text.startswith("# Catatan redaksi\narticle: a1\n")
    assert '\n# diralat pada Januari\n- {subject: "15.71", index: SPBE, value: 4.32' in text
    assert "# sudah ditelepon\n" in text
    assert parse_facts(text, "x") == known
    assert kept.confidence("scores", known.scores[1]) == 0.71
    assert kept.line("officials", known.officials[0]) == "", "it fills several lines"


def test_the_head_of_a_draft_does_not_outlive_it() -> None:
    from extractor.facts.draft import draft

    text = draft(READ)
    known = parse_facts(text, "x")
    kept = kept_of(text, known)
    assert kept.remarks == ()
    assert kept.confidence("scores", known.scores[0]) == 0.8
    assert isinstance(known, KnownFacts)
    assert known.scores[0].value == Decimal("4.32")
