"""The components as any spaCy user meets them: by name, in pipelines of their own."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from extractor.pipeline import COMPONENTS
from tests.mentions.pipeline import nlp

TEXT = (
    "Kota Jambi meraih indeks SPBE 4,32 (Memuaskan) pada 2024, naik 0,05 poin. "
    "“Ini hasil kerja semua,” kata Wali Kota Jambi Sri Wulan, Sabtu (4/1/2025)."
)
STANZA = {"nlp": {"tokenizer": {"@tokenizers": "fakta_stanza"}}}


def groups(doc: Doc) -> dict[str, list[tuple[str, str, str, str]]]:
    """Return all that the components wrote, with the words and every field."""
    return {
        name: [(span.text, span.label_, span.kb_id_, span.id_) for span in spans]
        for name, spans in doc.spans.items()
    }


def made(*components: str) -> Language:
    made = spacy.blank("id", config=STANZA)
    for name in components:
        made.add_pipe(name)
    return made


def test_all_are_found_by_name_without_importing_us() -> None:
    code = (
        "import spacy, sys\n"
        "nlp = spacy.blank('id')\n"
        f"for name in {(*COMPONENTS, 'fakta_ents')!r}: nlp.add_pipe(name)\n"
        "print(*[(ent.text, ent.label_) for ent in nlp('Pemkot Jambi bekerja.').ents])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "('Pemkot Jambi', 'REGION')\n"


@pytest.mark.parametrize("name", COMPONENTS)
def test_each_works_alone_on_either_tokenizer(name: str) -> None:
    plain = spacy.blank("id")
    plain.add_pipe(name)
    with nlp().select_pipes(enable=name):
        for pipeline in (nlp(), plain):
            doc = pipeline(TEXT)
            assert doc.text == TEXT
            assert name.removeprefix("fakta_") in doc.spans


def test_the_whole_pipeline_survives_the_disk(tmp_path: Path) -> None:
    nlp().to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded.pipe_names == list(COMPONENTS)
    assert groups(loaded(TEXT)) == groups(nlp()(TEXT))


def test_the_whole_pipeline_survives_bytes() -> None:
    again = made(*COMPONENTS).from_bytes(nlp().to_bytes())
    assert groups(again(TEXT)) == groups(nlp()(TEXT))


def test_documents_survive_bytes_and_bins() -> None:
    doc = nlp()(TEXT)
    fresh = Doc(spacy.blank("id").vocab).from_bytes(doc.to_bytes())
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (unpacked,) = DocBin().from_bytes(packed).get_docs(spacy.blank("id").vocab)
    assert groups(fresh) == groups(unpacked) == groups(doc)
    assert {len(spans) > 0 for spans in (doc.spans["officials"], doc.spans["quotes"])} == {True}


def test_several_processes_give_what_one_gives() -> None:
    pipeline = made("fakta_regions", "fakta_indices", "fakta_ents")
    texts = [TEXT, "Pemkot Solo.", "Tidak ada."] * 3
    one = [(doc.text, groups(doc)) for doc in pipeline.pipe(texts)]
    two = [(doc.text, groups(doc)) for doc in pipeline.pipe(texts, n_process=2, batch_size=2)]
    assert one == two


def test_entities_are_the_mentions_that_do_not_overlap() -> None:
    doc = made(*COMPONENTS, "fakta_ents")(TEXT)
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents] == [
        ("Kota Jambi", "REGION", "15.71"),
        ("indeks SPBE", "INDEX", "spbe"),
        ("4,32", "SCORE", "4.32"),
        ("Memuaskan", "PREDICATE", "Memuaskan"),
        ("2024", "PERIOD", "2024"),
        ("Wali Kota Jambi Sri Wulan", "OFFICIAL", "Sri Wulan"),
        ("Sabtu (4/1/2025)", "DATE", "2025-01-04"),
    ]


def test_entities_are_set_as_configured() -> None:
    pipeline = made(*COMPONENTS)
    config = {"groups": ["numbers"], "labels": {"numbers": "ANGKA"}, "roles": ["change"]}
    pipeline.add_pipe("fakta_ents", config=config)
    assert [(ent.text, ent.label_) for ent in pipeline(TEXT).ents] == [("0,05", "ANGKA")]


@pytest.mark.parametrize(("overwrite", "label"), [(False, "OWN"), (True, "REGION")])
def test_entities_of_others_stay_unless_told(overwrite: bool, label: str) -> None:
    @Language.component("own_entity")
    def own(doc: Doc) -> Doc:
        doc.ents = [Span(doc, 1, 2, label="OWN")]
        return doc

    pipeline = made("own_entity", "fakta_regions")
    pipeline.add_pipe("fakta_ents", config={"overwrite": overwrite})
    assert [ent.label_ for ent in pipeline("Kota Jambi bekerja.").ents] == [label]


def test_displacy_draws_entities_and_spans_in_our_colours() -> None:
    doc = made("fakta_regions", "fakta_ents")(TEXT)
    drawn = displacy.render(doc, style="ent", jupyter=False)
    assert "#a9cfe6" in drawn
    assert "15.71" in drawn
    spans = displacy.render(doc, style="span", options={"spans_key": "regions"}, jupyter=False)
    assert "regions" in spans
