"""One-to-one assignment of known to predicted records."""

from collections.abc import Sequence

_APART = 10**9
_INEXACT = 10**3


def assign(costs: Sequence[Sequence[int | None]]) -> list[int | None]:
    """Return for each row its column, or None: most pairs first, then most exact, then cheapest.

    `costs[row][column]` is the number of differing attributes, None where the keys differ. The
    Hungarian method with potentials (Jonker and Volgenant's shortest augmenting paths).
    """
    rows = len(costs)
    columns = max((len(row) for row in costs), default=0)
    if not rows or not columns:
        return [None] * rows
    width = max(rows, columns)
    grid = [[_APART] * width for _ in range(rows)]
    for row, line in enumerate(costs):
        for column, cost in enumerate(line):
            if cost is not None:
                grid[row][column] = cost + (_INEXACT if cost else 0)
    owner = _solve(grid, width)
    result: list[int | None] = [None] * rows
    for column, owned in enumerate(owner):
        if owned is not None and grid[owned][column] < _APART:
            result[owned] = column
    return result


def _solve(grid: list[list[int]], width: int) -> list[int | None]:
    """Return the row that owns each column in an assignment of least cost."""
    row_potential = [0] * len(grid)
    column_potential = [0] * width
    owner: list[int | None] = [None] * width
    for start in range(len(grid)):
        _augment(start, grid, owner, row_potential, column_potential)
    return owner


def _augment(
    start: int,
    grid: list[list[int]],
    owner: list[int | None],
    row_potential: list[int],
    column_potential: list[int],
) -> None:
    """Give row `start` a column along the cheapest path of reassignments."""
    width = len(owner)
    distance: list[float] = [float("inf")] * width
    previous: list[int | None] = [None] * width
    done = [False] * width
    row, column = start, None
    while True:
        nearest, step = -1, float("inf")
        for other in range(width):
            if done[other]:
                continue
            cost = grid[row][other] - row_potential[row] - column_potential[other]
            if column is not None:
                cost += int(distance[column])
            if cost < distance[other]:
                distance[other], previous[other] = cost, column
            if distance[other] < step:
                nearest, step = other, distance[other]
        done[nearest] = True
        column = nearest
        taken = owner[nearest]
        if taken is None:
            break
        row = taken
    _shift(start, column, done, distance, owner, row_potential, column_potential)
    while True:
        before = previous[column]
        owner[column] = start if before is None else owner[before]
        if before is None:
            return
        column = before


def _shift(
    start: int,
    last: int,
    done: list[bool],
    distance: list[float],
    owner: list[int | None],
    row_potential: list[int],
    column_potential: list[int],
) -> None:
    """Move the potentials so that every reduced cost stays at or above zero."""
    length = int(distance[last])
    row_potential[start] += length
    for column, visited in enumerate(done):
        if not visited or column == last:
            continue
        spare = length - int(distance[column])
        column_potential[column] -= spare
        row = owner[column]
        if row is not None:
            row_potential[row] += spare
