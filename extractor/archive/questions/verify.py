"""A dataset against figures that somebody trusts."""

import csv
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal, cast, get_args

from extractor.archive.items import DefectError
from extractor.archive.options import Options
from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.naming import index_ids, named_index, region_code
from extractor.archive.questions.stated import Stated
from extractor.archive.questions.values import Version, agree, score_key, versions
from extractor.archive.readers.lines import decoded
from extractor.archive.readers.spreadsheets import delimiter_of, named_delimiter, with_line_feeds
from extractor.archive.streams import opened_text
from extractor.errors import InputError
from extractor.lexicon.fields import FIGURE_FIELDS, field_names, fold
from extractor.records import Score
from extractor.records.period import check_period
from extractor.records.score import Basis

Verdict = Literal["confirmed", "contradicted", "unknown"]


@dataclass(frozen=True, slots=True)
class Figure:
    """An official value; `region` is a code, `index` as the file calls it.

    `basis` is that of a rate of change, None for what is none.
    """

    line: int
    region: str
    index: str
    period: str
    value: Decimal
    basis: Basis | None = None

    @property
    def ids(self) -> list[str]:
        """The ids that records may have for its index, the surest first."""
        return index_ids(self.index)


@dataclass(frozen=True, slots=True)
class Verified:
    """What articles say about a figure: one for each value they state, one alone for none."""

    figure: Figure
    verdict: Verdict
    version: Version[Score] | None = None


def verify(dataset: Dataset, figures: list[Figure]) -> Iterator[Verified]:
    """Yield what the dataset says about each of `figures`.

    Only a value of the whole index, exactly for that period and on that basis, counts; one that
    is the other rounded confirms it.
    """
    where = (
        '(subject_code, "index", period) in (select unnest(?), unnest(?), unnest(?)) '
        "and aspect is null and comparison = 'eq' and value is not null"
    )
    keys = {(figure.region, id, figure.period) for figure in figures for id in figure.ids}
    if not keys:
        return
    asked = [list(column) for column in zip(*sorted(keys), strict=True)]
    found: dict[tuple[str | None, ...], list[Stated[Score]]] = {}
    for said in dataset.stated(Score, where, asked):
        key = (said.fact.subject.code, said.fact.index, said.fact.period, said.fact.basis)
        found.setdefault(key, []).append(said)
    for figure in figures:
        told = versions(
            (
                said
                for id in figure.ids
                for said in found.get((figure.region, id, figure.period, figure.basis), ())
            ),
            score_key,
        )
        if not told:
            yield Verified(figure, "unknown")
        for version in told:
            assert version.fact.value is not None
            fits = agree(version.fact.value, figure.value)
            yield Verified(figure, "confirmed" if fits else "contradicted", version)


def read_figures(
    path: Path,
    told: Callable[[InputError], None] | None = None,
    stated: Collection[str] | None = None,
    encoding: str | None = None,
) -> list[Figure]:
    """Return the figures in the CSV file `path` (raises InputError: file, line and reason).

    A row that cannot be read is given to `told`, and the others go on; without `told` it raises.
    With `stated`, the ids that a dataset states, an index that nothing knows is such a row.
    `encoding` is that of the file; None is UTF-8, or what a byte order mark says.
    """
    lines = _lines(path, encoding)
    skipped = 1 if lines and named_delimiter(lines[0]) else 0
    try:
        mark = named_delimiter(lines[0]) if skipped else delimiter_of("".join(lines[:1]))
    except csv.Error as error:
        raise InputError(f"{path}:1: not CSV: {error}") from error
    rows = csv.reader(lines[skipped:], delimiter=mark or ",", strict=True)
    try:
        header = next(rows, [])
    except csv.Error as error:
        raise InputError(f"{path}:{rows.line_num + skipped}: not CSV: {error}") from error
    where = _columns(header, path)
    figures: list[Figure] = []
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return figures
            if row:
                line = rows.line_num + skipped
                figures.append(_figure(row, header, where, f"{path}:{line}", line, stated))
        except csv.Error as error:
            _refuse(InputError(f"{path}:{rows.line_num + skipped}: not CSV: {error}"), told)
        except InputError as error:
            _refuse(error, told)


def _lines(path: Path, encoding: str | None) -> list[str]:
    try:
        with opened_text(str(path), Options(encoding=encoding)) as stream:
            text = decoded(with_line_feeds(stream).read())
    except DefectError as error:
        raise InputError(f"{path}: {error.reason}") from error
    return text.splitlines(keepends=True)


def _refuse(error: InputError, told: Callable[[InputError], None] | None) -> None:
    if told is None:
        raise error
    told(error)


def _columns(header: list[str], path: Path) -> dict[str, int]:
    folded = [fold(name) for name in header]
    where = {}
    for field in FIGURE_FIELDS:
        names = field_names().figure[field]
        found = next((folded.index(name) for name in names if name in folded), None)
        if found is not None and folded.count(folded[found]) > 1:
            raise InputError(f"{path}:1: two columns are called {header[found]!r}")
        if found is None and field == "basis":
            continue
        if found is None:
            raise InputError(f"{path}:1: no column for the {field}: one of {', '.join(names)}")
        where[field] = found
    return where


def _figure(
    row: list[str],
    header: list[str],
    where: dict[str, int],
    place: str,
    line: int,
    stated: Collection[str] | None,
) -> Figure:
    if len(row) != len(header):
        raise InputError(f"{place}: {len(row)} cells where the header has {len(header)}")
    cell = {field: row[at].strip() for field, at in where.items()}
    try:
        period = check_period(cell["period"])
        region = region_code(cell["region"])
        if stated is not None and cell["index"]:
            named_index(cell["index"], stated)
    except (ValueError, InputError) as error:
        raise InputError(f"{place}: {error}") from error
    if not cell["index"]:
        raise InputError(f"{place}: the index is empty")
    try:
        # "4,32" or "4.32"; with both marks the last is the decimal one: "1.234,5".
        plain = cell["value"].replace(" ", "")
        if "," in plain:
            plain = plain.replace(".", "").replace(",", ".")
        value = Decimal(plain)
        if not value.is_finite():
            raise InvalidOperation
    except InvalidOperation as error:
        raise InputError(f"{place}: {cell['value']!r} is no number") from error
    return Figure(line, region, cell["index"], period, value, _basis(cell.get("basis", ""), place))


def _basis(told: str, place: str) -> Basis | None:
    if told and told.casefold() not in get_args(Basis):
        raise InputError(f"{place}: {told!r} is none of {', '.join(get_args(Basis))}")
    return cast(Basis, told.casefold()) if told else None
