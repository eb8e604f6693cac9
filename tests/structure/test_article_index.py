"""The index of an article: where each token stands."""

import gc
import weakref

import pytest
import spacy
from spacy.tokens import Doc

from extractor.mentions.kinds import NumberMention
from extractor.structure.article_index import ArticleIndex, Row, after, article_index, before
from tests.mentions.pipeline import nlp

LIST = "Nilai tertinggi diraih kota berikut:\n1. Rimba 3,21\n2. Awan 3,15\n3. Senja 3,01\nSelesai."
TABLE = "Daerah\t2023\t2024\nRimba\t3,10\t3,21\nAwan\t3,02\t3,15"


def index(text: str) -> ArticleIndex:
    return article_index(nlp()(text))


def at(view: ArticleIndex, word: str) -> int:
    return view.words.index(word)


def test_frame_and_headings() -> None:
    view = index(LIST)
    item = view.frame[at(view, "Awan")]
    assert view.segments[item].number == 2
    assert view.frame[at(view, "3,15")] == item
    assert view.frame[at(view, "tertinggi")] == view.frame[at(view, "Selesai")] == -1
    (heading,) = view.headings(at(view, "Awan"))
    begin, end = view.bounds[heading]
    assert view.words[begin:end][-1].strip() == ":"
    assert view.headings(at(view, "tertinggi")) == ()
    assert at(view, "tertinggi") in view.heading_tokens
    assert at(view, "Awan") not in view.heading_tokens


def test_items_are_sentences_of_their_own() -> None:
    view = index("Tiga teratas: 1. Rimba 3,21 2. Awan 3,15 3. Senja 3,01.")
    names = [view.sentence[at(view, name)] for name in ("Rimba", "Awan", "Senja")]
    assert len(set(names)) == 3
    assert view.sentence[at(view, "3,15")] == names[1]
    ordinals = [view.ordinal[at(view, name)] for name in ("Rimba", "Awan", "Senja")]
    assert ordinals == sorted(set(ordinals))
    assert view.sentence_end(at(view, "Awan")) <= at(view, "Senja")


def test_header_cell_is_that_of_the_column() -> None:
    view = index(TABLE)
    for value, year in (("3,10", "2023"), ("3,21", "2024"), ("3,02", "2023"), ("3,15", "2024")):
        header = view.header_cell(at(view, value))
        begin, end = view.bounds[header]
        assert year in view.words[begin:end]
    assert index("Rimba 3,10 saja.").header_cell(0) == -1


def test_brackets_and_clauses() -> None:
    view = index("Kota Rimba (3,21) naik, sedangkan Kota Awan [3,15] turun; Senja tetap.")
    assert view.words[view.bracket[at(view, "3,21")]] == "("
    assert view.words[view.bracket[at(view, "3,15")]] == "["
    assert view.bracket[at(view, "naik")] == -1
    clauses = [view.clause[at(view, word)] for word in ("Rimba", "naik", "Awan", "turun", "Senja")]
    assert clauses[0] == clauses[1]
    assert clauses[2] == clauses[3] == at(view, "sedangkan")
    assert clauses[4] == at(view, ";")


def test_a_bracket_left_open_ends_with_its_sentence() -> None:
    view = index("Kota Rimba (3,21 naik.\nKota Awan turun.")
    assert view.bracket[at(view, "Awan")] == -1


def test_lines_end_where_the_next_begins() -> None:
    view = index(LIST)
    awan = at(view, "Awan")
    senja = at(view, "Senja")
    assert view.line_start(awan) <= awan < view.line_start(senja) <= senja
    assert view.line[awan] != view.line[senja]


def test_tokens_hold_their_characters() -> None:
    view = index(LIST)
    begin = LIST.index("Awan")
    first, end = view.tokens(begin, begin + len("Awan 3,15"))
    assert [word.strip() for word in view.words[first:end]] == ["Awan", "3,15"]


def test_the_index_is_made_once_and_holds_for_an_empty_text() -> None:
    doc = nlp()(LIST)
    assert article_index(doc) is article_index(doc)
    empty = article_index(Doc(spacy.blank("id").vocab))
    assert (empty.segments, empty.sentence, empty.frame) == ((), [], [])


def test_an_index_keeps_no_document_alive() -> None:
    doc = nlp()(LIST)
    view, watched = article_index(doc), weakref.ref(doc)
    assert view.of(NumberMention)
    del doc
    gc.collect()
    assert watched() is None
    with pytest.raises(ReferenceError):
        view.of(NumberMention)


def test_looking_for_what_stands_around() -> None:
    view = index(LIST)
    cells = [Spot(n, n + 1) for n in range(0, len(view.words), 2)]
    for items in (cells, Row(cells)):
        assert [spot.start for spot in before(items, 7, 2)] == [6, 4, 2]
        assert [spot.start for spot in before(items, 7, 0, 1)] == [6]
        assert [spot.start for spot in after(items, 3, 9)] == [4, 6, 8]
        assert after(items, 3, 4) == before(items, 0, 0) == []


class Spot:
    """Something at tokens `start:end`."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
