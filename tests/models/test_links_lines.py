from models.annotated import load
from models.links.lines import FILES, read_lines
from tests.reader import reader


def test_every_line_teaches_who_and_what_alone() -> None:
    lines = read_lines(reader().nlp)
    assert len(lines) == sum(len(load(name)) for name in FILES)
    for line in lines:
        anchors = {choice.slot.partition("/")[2] for choice in line.choices}
        assert {choice.slot.partition("/")[0] for choice in line.choices} <= {"subject", "index"}
        assert anchors <= line.kinds


def test_a_line_of_several_subjects_states_one_fact_for_each() -> None:
    told = {line.pair.source.text: line for line in read_lines(reader().nlp)}
    shared = next(text for text in told if text.startswith("SPBE Kab. Bogor & Kota Bogor"))
    scores = told[shared].pair.known.scores
    assert [(score.subject, str(score.value)) for score in scores] == [
        ("32.01", "3.48"),
        ("32.71", "3.48"),
    ]
