"""What holds for the segments of any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.structure.tree import segment_tree
from tests.structure.test_tree import HEAD, PARAGRAPH, THREE

LINES = st.one_of(
    st.sampled_from(
        [
            *THREE,
            HEAD,
            PARAGRAPH,
            "",
            "- Rimba",
            "1. Awan",
            "2. Senja",
            "a. Teluk",
            "Baca juga:",
            "Kota:",
            "A\t3,1",
            "A | B",
            "|",
            "3,21",
            "2024",
            "7",
            "Isi: 1. Rimba 2. Awan 3. Senja Kategori kota 1. A 2. B 3. C",
            "• A• B• C",
            "\t",
            "1.",
            "*)",
        ]
    ),
    st.text(alphabet='abAB 0123.,:;()-•|\t“”"\n', max_size=30),
    st.text(max_size=20),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_segments_of_any_text_lie_in_order_inside_their_parents(lines: list[str]) -> None:
    text = "\n".join(lines)
    segments = segment_tree(text)
    last = [(-1, -1)] * (len(segments) + 1)
    for at, segment in enumerate(segments):
        assert 0 <= segment.start <= segment.end <= len(text)
        assert segment.parent < at
        assert all(0 <= heading < len(segments) and heading != at for heading in segment.headings)
        if segment.parent >= 0:
            parent = segments[segment.parent]
            assert parent.start <= segment.start <= segment.end <= parent.end
        begin, end = last[segment.parent]
        # Furniture may stand within a list that goes on behind it.
        assert segment.start >= (begin if segment.kind in ("list", "furniture") else end)
        last[segment.parent] = (segment.start, segment.end)


@pytest.mark.parametrize(
    "block",
    [
        PARAGRAPH,
        "Rimba\nAwan\nSenja Raya",
        "\n".join(THREE),
        "1. Rimba\n2. Awan",
        "7. Rimba\n\nBaca juga:\nPasar Murah",
        "A\t3,1\nB\t3,0",
        "1\nRimba\n3,21",
        "Isi 1. Rimba 2. Awan 3. Senja",
    ],
)
def test_cost_grows_with_the_text(block: str) -> None:
    def seconds(times: int) -> float:
        text = "\n".join([block] * times)
        best = 9e9
        for _ in range(3):
            begin = time.perf_counter()
            segment_tree(text)
            best = min(best, time.perf_counter() - begin)
        return best

    # A text 20 times as long; were the cost quadratic, it would be 400 times as much.
    assert seconds(3000) < 80 * max(seconds(150), 0.0005)
