"""Reading a folder of own words: every file is checked, and all that is wrong told at once."""

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, get_args

from extractor.errors import LexiconError
from extractor.lexicon import offices, organisations
from extractor.lexicon.offices import Class
from extractor.lexicon.own import OwnWords
from extractor.lexicon.own_indices import IndexWords, read_indices
from extractor.lexicon.region_codes import like_code
from extractor.lexicon.regions import Region, read_aliases, read_register
from extractor.lexicon.resource import read_yaml
from extractor.yaml_lines import Document, Problem, UnreadableError, read_document

INDICES, ALIASES, OFFICES = "indices.yaml", "aliases.csv", "offices.yaml"
NAMES, ORGANISATIONS = "names.yaml", "organisations.yaml"
FILES = (INDICES, ALIASES, OFFICES, NAMES, ORGANISATIONS)
_HEADER = ["alias", "codes"]
_FEWEST_LETTERS = 3


@dataclass(slots=True)
class _Found:
    """What a folder holds so far, and what is wrong in it."""

    words: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_own(folder: Path) -> OwnWords:
    """Return the words in the files of `folder` (raises LexiconError: `file:line: reason` each)."""
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; one of own words has {', '.join(FILES)}")
    found = _Found()
    digest = hashlib.sha256()
    names = [name for name in FILES if (folder / name).is_file()]
    for name in names:
        path = folder / name
        try:
            content = path.read_bytes()
            digest.update(name.encode() + b"\0" + content)
            _READERS[name](content.decode("utf-8-sig"), str(path), found)
        except (OSError, UnicodeDecodeError) as error:
            found.problems.append(f"{path}:1: {getattr(error, 'strerror', None) or error}")
        except UnreadableError as error:
            found.problems.append(f"{path}:{error.problem.line}: {error.problem.reason}")
    found.problems += _strangers(folder)
    if not names and not found.problems:
        raise LexiconError(f"{folder}: none of {', '.join(FILES)} is in it")
    if found.problems:
        raise LexiconError("\n".join(found.problems))
    return OwnWords(str(folder), digest.hexdigest(), notes=tuple(found.notes), **found.words)


def _strangers(folder: Path) -> Iterator[str]:
    """Yield a line for each file that looks like words and has another name than those read."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in (".yaml", ".yml", ".csv", ".json") and path.name not in FILES:
            close = get_close_matches(path.name, FILES, 1)
            meant = f"did you mean {close[0]}?" if close else f"those are {', '.join(FILES)}"
            yield f"{path}:1: no file of own words has this name; {meant}"


def _indices(text: str, path: str, found: _Found) -> None:
    read: IndexWords = read_indices(read_document(text))
    found.problems += _told(path, read.problems)
    found.notes += _told(path, read.notes)
    found.words |= {"indices": tuple(read.new), "more": read.more}


def _aliases(text: str, path: str, found: _Found) -> None:
    regions = {region.code: region for region in read_register()}
    taken = {alias.name.lower(): alias.codes for alias in read_aliases()}
    taken |= {region.bare.lower(): (code,) for code, region in regions.items()}
    aliases: dict[str, tuple[str, ...]] = {}
    reader = csv.reader(text.splitlines())
    for row in reader:
        if not row or row[0].startswith("#") or row == _HEADER:
            continue
        cells = [cell.strip() for cell in row]
        if fault := _alias_fault(cells, regions, aliases):
            found.problems.append(f"{path}:{reader.line_num}: {fault}")
            continue
        name, codes = cells[0], tuple(cells[1].split())
        aliases[name] = codes
        if others := set(taken.get(name.lower(), ())) - set(codes):
            told = ", ".join(regions[code].name for code in sorted(others))
            found.notes.append(f"{path}:{reader.line_num}: {name!r} is also a name of {told}")
    found.words["aliases"] = tuple(aliases.items())


def _alias_fault(
    cells: list[str], regions: Mapping[str, Region], aliases: Mapping[str, object]
) -> str:
    if len(cells) != 2 or not all(cells):
        return f"{','.join(cells)!r} is no alias and its codes, such as Kota Lumpia,33.74"
    name, codes = cells
    if not name[0].isupper() or sum(map(str.isalpha, name)) < _FEWEST_LETTERS:
        return f"{name!r} begins with no capital or is too short to be a name"
    if name in aliases:
        return f"{name!r} stands here twice"
    for code in codes.split():
        if code not in regions:
            named = [c for c, region in regions.items() if region.name.lower() == codes.lower()]
            meant = f"; did you mean {named[0]}?" if named else like_code(code, regions)
            return f"{code!r} is the code of no region{meant}"
    return ""


def _offices(text: str, path: str, found: _Found) -> None:
    document = read_document(text)
    checked = _Checked(document, path, found, ("heads", "short"))
    heads: dict[str, tuple[str, ...]] = {}
    for kind in checked.mapping("heads"):
        if kind not in get_args(Class):
            checked.refuse(("heads", kind), f"{kind!r} is no class{_among(kind, get_args(Class))}")
        else:
            heads[kind] = tuple(checked.names(("heads", kind)))
    short = checked.pairs("short")
    known = {head for group in read_yaml(offices.FILE)["heads"].values() for head in group}
    known |= {head for group in heads.values() for head in group}
    for name in short:
        if name not in known:
            checked.refuse(("short", name), f"{name!r} is no head of an office; add it to heads")
    found.words |= {"heads": heads, "short": short}


def _names(text: str, path: str, found: _Found) -> None:
    checked = _Checked(read_document(text), path, found, ("given", "family", "nicknames"))
    for key in ("given", "family"):
        names = checked.names((key,))
        for at, name in enumerate(names):
            if " " in name:
                checked.refuse((key, at), f"{name!r} is several words; a name here is one")
        found.words[key] = tuple(names)
    found.words["nicknames"] = checked.pairs("nicknames")


def _organisations(text: str, path: str, found: _Found) -> None:
    document = read_document(text)
    checked = _Checked(document, path, found, ())
    known, kinds = _known_bodies()
    taken = set(known)
    bodies: list[dict[str, Any]] = []
    for at, entry in enumerate(checked.entries()):
        fault = _body_fault(entry, kinds)
        names = [entry.get("name"), *entry.get("acronyms", ())] if not fault else []
        doubled = [name for name in names if str(name).lower() in taken]
        if fault or doubled:
            checked.refuse((at,), fault or f"{doubled[0]!r} is known already")
            continue
        taken |= {str(name).lower() for name in names}
        bodies.append({"acronyms": [], **entry})
    found.words["organisations"] = tuple(bodies)


def _body_fault(entry: Any, kinds: frozenset[str]) -> str:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        return "a body is a mapping with its name, if known also acronyms and kind"
    if unknown := set(entry) - {"name", "acronyms", "kind"}:
        key = str(min(unknown))
        return f"{key}: unknown key{_among(key, ('name', 'acronyms', 'kind'))}"
    acronyms = entry.get("acronyms", [])
    if not isinstance(acronyms, list) or not all(isinstance(name, str) for name in acronyms):
        return "acronyms: a list of words"
    kind = entry.get("kind")
    return "" if kind is None or kind in kinds else f"{kind!r} is no kind{_among(str(kind), kinds)}"


@cache
def _known_bodies() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and acronyms of the package's bodies in small letters, and their kinds."""
    entries = read_yaml(organisations.FILE)["organisations"]
    names = {name.lower() for entry in entries for name in (entry["name"], *entry["acronyms"])}
    return frozenset(names), frozenset(entry["kind"] for entry in entries if "kind" in entry)


class _Checked:
    """A document whose parts are taken out with a problem for each that has another shape."""

    def __init__(self, document: Document, path: str, found: _Found, keys: tuple[str, ...]) -> None:
        self._document = document
        self._path = path
        self._found = found
        found.problems += _told(path, document.problems)
        content = document.content
        if keys and not isinstance(content, dict):
            self.refuse((), f"a mapping with {', '.join(keys)}")
        self._content: Any = content
        for key in content if keys and isinstance(content, dict) else ():
            if key not in keys:
                self.refuse((key,), f"{key}: unknown key{_among(str(key), keys)}")

    def refuse(self, place: tuple[str | int, ...], reason: str) -> None:
        """Note that what is at `place` is wrong."""
        self._found.problems.append(f"{self._path}:{self._document.line(place)}: {reason}")

    def mapping(self, key: str) -> dict[str, Any]:
        """Return the mapping at `key`, empty where there is none."""
        value = self._content.get(key) if isinstance(self._content, dict) else None
        if value is not None and not isinstance(value, dict):
            self.refuse((key,), f"{key}: should be a mapping")
        return value if isinstance(value, dict) else {}

    def names(self, place: tuple[str, ...]) -> list[str]:
        """Return the names listed at `place`; each begins with a capital."""
        value: Any = self._content
        for key in place:
            value = value.get(key) if isinstance(value, dict) else None
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(place, f"{place[-1]}: should be a list of names")
            return []
        for at, name in enumerate(value):
            if not isinstance(name, str) or not name[:1].isupper():
                self.refuse((*place, at), f"{name!r} is no name: it begins with no capital")
        return [name for name in value if isinstance(name, str)]

    def pairs(self, key: str) -> dict[str, str]:
        """Return the mapping from name to name at `key`."""
        pairs = self.mapping(key)
        for name, full in pairs.items():
            if not isinstance(name, str) or not isinstance(full, str):
                self.refuse((key, name), f"{name}: {full!r} is no name")
        return {str(name): str(full) for name, full in pairs.items()}

    def entries(self) -> list[Any]:
        """Return the entries of a document that is a list."""
        if self._content is not None and not isinstance(self._content, list):
            self.refuse((), "should be a list of entries that begin with `- name:`")
        return self._content if isinstance(self._content, list) else []


def _told(path: str, problems: "tuple[Problem, ...] | list[Problem]") -> list[str]:
    return [f"{path}:{problem.line}: {problem.reason}" for problem in problems]


def _among(word: str, known: "tuple[str, ...] | frozenset[str]") -> str:
    close = get_close_matches(word.lower(), known, 1)
    return f"; did you mean {close[0]}?" if close else f"; known are {', '.join(sorted(known))}"


_READERS: dict[str, Callable[[str, str, _Found], None]] = {
    INDICES: _indices,
    ALIASES: _aliases,
    OFFICES: _offices,
    NAMES: _names,
    ORGANISATIONS: _organisations,
}
