"""A pytest plugin: with `pytest --known-facts DIR` each known fact is a test of its own.

Every pytest run beside this package loads this module, so all that takes time is imported late.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.facts.check import Checked, Pair
    from extractor.facts.compare import Verdict
    from extractor.facts.known import Fact, Kind
    from extractor.inputs import Extracts

_SUFFIX = ".facts.yaml"
_LONGEST_ID = 80
_EXTRACTOR = pytest.StashKey["Extracts"]()


class KnownFactWarning(UserWarning):
    """A known fact was found with another attribute, or more was found than is known."""


class LostFactError(AssertionError):
    """A known fact is missing or contradicted; the message is for the one who knows it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this plugin."""
    group = parser.getgroup("known facts", "articles against the facts known of them")
    group.addoption(
        "--known-facts",
        metavar="DIR",
        action="append",
        default=[],
        help="test each fact in NAME.facts.yaml beside NAME.txt; may be given several times",
    )
    group.addoption(
        "--known-facts-exact",
        action="store_true",
        help="fail, too, when a fact is found with another attribute, or more than is known",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Let the folders be collected: beside the paths given, or alone when none were."""
    folders = _folders(config)
    for folder in folders:
        if not folder.exists():
            raise pytest.UsageError(f"--known-facts {folder}: no such file or directory")
    if folders:
        given = config.args if config.args_source is config.ArgsSource.ARGS else []
        config.args = [*given, *map(str, folders)]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the facts files that lie in a folder of `--known-facts`."""
    if not file_path.name.endswith(_SUFFIX):
        return None
    if not any(file_path.is_relative_to(folder) for folder in _folders(parent.config)):
        return None
    return KnownFactsFile.from_parent(parent, path=file_path)


class KnownFactsFile(pytest.File):
    """The facts that are known of one article."""

    pair: Pair
    _checked: Checked | None = None

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each known fact; a file that cannot be read is an error with a line."""
        from extractor.errors import FaktaError
        from extractor.facts.check import read_pair
        from extractor.facts.known import KINDS
        from extractor.facts.load import doubts, fact_lines

        try:
            self.pair = read_pair(self.path)
        except FaktaError as error:
            raise self.CollectError(str(error)) from error
        for doubt in doubts(self.path, self.pair.known):
            self.warn(KnownFactWarning(doubt))
        lines, taken = fact_lines(self.path), set[str]()
        for kind in KINDS:
            for at, fact in enumerate(self.pair.known.of(kind)):
                name = _free(f"{kind}[{_id(fact)}]", taken)
                line = lines.get((kind, at), 1)
                yield KnownFactItem.from_parent(self, name=name, kind=kind, at=at, line=line)
        if self.pair.known.complete:
            yield NothingElseItem.from_parent(self, name="complete")

    def checked(self) -> Checked:
        """Return what became of the facts; the article is read once for all its items."""
        if self._checked is None:
            from extractor.facts.check import check

            self._checked = check(self.pair, _extractor(self.config))
        return self._checked


class _Item(pytest.Item):
    """What the items share: they belong to a facts file, and speak for themselves."""

    @property
    def facts_file(self) -> KnownFactsFile:
        assert isinstance(self.parent, KnownFactsFile)
        return self.parent

    def judge(self, message: str, *, lost: bool) -> None:
        """Fail with `message`, or only warn of what is not lost, unless all is to be exact."""
        if lost or self.config.getoption("--known-facts-exact"):
            raise LostFactError(message)
        self.warn(KnownFactWarning(message))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Return the message alone: where in this plugin it was raised helps nobody."""
        if isinstance(excinfo.value, LostFactError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class KnownFactItem(_Item):
    """One known fact: passes when the article's records state it."""

    def __init__(self, *, kind: Kind, at: int, line: int, **parent: Any) -> None:
        super().__init__(**parent)
        self.kind: Kind = kind
        self.at = at
        self.line = line

    @property
    def fact(self) -> Fact:
        """The known fact itself."""
        return self.facts_file.pair.known.of(self.kind)[self.at]

    def runtest(self) -> None:
        """Raise LostFactError when the fact is missing or contradicted."""
        checked = self.facts_file.checked()
        mine = (v for v in checked.verdicts if v.known is self.fact and v.kind == self.kind)
        verdict = next(mine, None)
        if verdict is None:
            pytest.skip("not counted: a place in what is no index, or a day told in other words")
        if verdict.verdict != "confirmed":
            self.judge(_story(verdict, checked), lost=verdict.fails)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the fact is written down."""
        return self.path, self.line - 1, f"{self.path.name}: {self.name}"


class NothingElseItem(_Item):
    """The lists are complete: passes when nothing else was found, warns otherwise."""

    def runtest(self) -> None:
        """Tell what was found that nobody knows of."""
        checked = self.facts_file.checked()
        more = [v for v in checked.verdicts if v.verdict == "unexpected"]
        if more:
            self.judge("\n".join(_story(verdict, checked) for verdict in more), lost=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the file whose lists are complete."""
        return self.path, 0, f"{self.path.name}: nothing else is stated"


def _story(verdict: Verdict, checked: Checked) -> str:
    """Tell what became of a fact: what is known, what was found, the nearest record, where."""
    from extractor.facts.compare import brief
    from extractor.facts.known import shown
    from extractor.facts.nearest import nearest

    lines = [f"{verdict.verdict} in {verdict.kind}:"]
    record = verdict.predicted
    if verdict.known is not None:
        lines.append(f"  known:    {shown(verdict.known)}")
        record = record or nearest(verdict.known, verdict.kind, checked.article)
    label = "found:   " if verdict.predicted is not None else "nearest: "
    lines.append(f"  {label} {brief(record) if record is not None else 'no record like it'}")
    if verdict.differing:
        lines.append(f"  differs:  {', '.join(verdict.differing)}")
    place = f"{checked.pair.article_path}:{verdict.line}" if verdict.line else "not in the article"
    lines.append(f"  sentence: {verdict.sentence or '?'} ({place})")
    return "\n".join(lines)


def _extractor(config: pytest.Config) -> Extracts:
    if _EXTRACTOR not in config.stash:
        import extractor

        config.stash[_EXTRACTOR] = extractor.load()
    return config.stash[_EXTRACTOR]


def _folders(config: pytest.Config) -> list[Path]:
    base = config.invocation_params.dir
    return [(base / folder).resolve() for folder in config.getoption("--known-facts")]


def _id(fact: Fact) -> str:
    """Return what `fact` states as an id that pytest's command line can name."""
    stated = [fact] if isinstance(fact, str) else [value for _, value in fact if _tells(value)]
    short = re.sub(r"::+|[\[\]\n]", " ", " ".join(map(str, stated)))
    return short if len(short) <= _LONGEST_ID else f"{short[: _LONGEST_ID - 1].rstrip()}…"


def _tells(value: object) -> bool:
    """Tell whether `value` sets a fact apart: not what is absent, a flag, or the usual."""
    return value is not None and not isinstance(value, bool) and value not in ("eq", "direct")


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, numbered when an earlier fact was shortened to the same."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}#{number}"
    taken.add(free)
    return free
