import itertools

from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.assign import assign

COSTS = st.integers(0, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.none() | st.integers(0, 3), min_size=width, max_size=width),
        max_size=4,
    )
)


def worth(costs: list[list[int | None]], chosen: list[int | None]) -> tuple[int, int, int]:
    """Return what an assignment is judged by: pairs, inexact ones, differing attributes."""
    paid = [costs[row][column] for row, column in enumerate(chosen) if column is not None]
    assert None not in paid
    differing = [cost for cost in paid if cost]
    return -len(paid), len(differing), sum(differing)


def every(costs: list[list[int | None]]) -> list[list[int | None]]:
    width = len(costs[0]) if costs else 0
    options = [[None, *(c for c in range(width) if row[c] is not None)] for row in costs]
    choices = [list(choice) for choice in itertools.product(*options)]
    return [c for c in choices if len(used := [x for x in c if x is not None]) == len(set(used))]


@given(COSTS)
def test_no_other_assignment_is_better(costs: list[list[int | None]]) -> None:
    assert worth(costs, assign(costs)) == min(worth(costs, other) for other in every(costs))


def test_a_greedy_choice_is_given_up_for_exactness() -> None:
    assert assign([[0, 0], [0, 1]]) == [1, 0]
