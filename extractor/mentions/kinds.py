"""The kinds of mention: what each component writes, and what the links read.

A mention is a run of tokens with its normalised meaning. `start` and `end` are token indices
into the `Doc` (end exclusive). Every other field is the meaning; all of them survive the trip
through a spaCy span (see `extractor.mentions.spans`), so nothing lives outside the `Doc`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

Level = Literal["province", "regency", "city"]
LocalityLevel = Literal["district", "village", "town", "unknown"]
Comparison = Literal["eq", "gt", "ge", "lt", "le", "approx"]
Granularity = Literal["day", "month", "year"]
Role = Literal[
    "score",
    "change",
    "target",
    "forecast",
    "threshold",
    "scale",
    "count",
    "rank",
    "money",
    "rate",
    "share",
    "contribution",
    "date",
    "law",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A run of tokens; subclasses say what it means."""

    group: ClassVar[str]
    start: int
    end: int

    @property
    def edges(self) -> tuple[int, int]:
        """How many characters of its first and of its last token the mention leaves out."""
        return 0, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionMention(Mention):
    """A province, regency or city of Indonesia.

    `code` is the Kemendagri code, "" while it is not settled which one is meant (then `candidates`
    holds the codes, joined by a space). `cue` tells what stood before or after the name:
    government ("Pemkot"), office ("Bupati"), level ("Kabupaten"), dateline, scope ("se-Jateng"),
    institution ("BP Batam", "Polres Poso"), inside (the name of a body: "Bank Jatim"), apposition
    (where another lies: "Kota Sorong, Papua Barat"), venue ("ujarnya di Kuta, Bali"), bare.
    """

    group: ClassVar[str] = "regions"
    code: str
    name: str
    level: Level
    cue: str = "bare"
    candidates: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMention(Mention):
    """A body that is no region; or Indonesia (`code` "ID", no `kind`).

    `name` is the fullest form that the article gives it, without the acronym in brackets, which is
    `acronym` on every mention of it. `kind`: ministry, agency, dinas (any office of a local
    government), hospital, university, school, company, bank, police (and prosecution), military,
    court, parliament, association, party, club, international. `region` is the code of the region
    in its name. `source` tells a body that the words beside it make the source of what is told
    ("menurut BPS") or its teller ("KPK mencatat").
    """

    group: ClassVar[str] = "organisations"
    name: str
    code: str = ""
    kind: str = ""
    region: str = ""
    acronym: str = ""
    source: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalityMention(Mention):
    """A place below the regencies: kecamatan, desa, kelurahan, a town that is no kota of its own.

    `code` is that of the register ("33.72.05", "33.72.05.1001"; of a town "", as it has none of its
    own), "" also where the article does not tell which of several namesakes is meant. `region` is
    the code of the regency or city that it lies in, or "". `level` is unknown where the class word
    does not say it ("Kampung" names villages here, quarters there) and the register does not know.
    """

    group: ClassVar[str] = "localities"
    code: str
    name: str
    level: LocalityLevel = "unknown"
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignMention(Mention):
    """Another country, a city of one, a part of the world or the world.

    `code` is the country's (ISO 3166 alpha-2, also for its cities) or that of the part of the world
    (UN M.49: "001" the world, "150" Europe); "EU" and "EZ" are the Union and the euro area.
    """

    group: ClassVar[str] = "foreign"
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexMention(Mention):
    """An index, evaluation or graded award: catalogue `id`, or a slug for an open-class name.

    `rule` says how it was found: full, acronym, full+acronym, form, fuzzy.
    """

    group: ClassVar[str] = "indices"
    id: str
    name: str
    acronym: str = ""
    rule: str = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectMention(Mention):
    """A pillar, domain or dimension of an index, as the article words it.

    `owners` are the indices of the article that the catalogue knows it of, "" for an open one.
    """

    group: ClassVar[str] = "aspects"
    name: str
    index: str = ""
    owners: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateMention(Mention):
    """A grade: `surface` as worded, `canonical` by the scale of each index in `indices`.

    `cue` is what makes it a grade and not prose: label ("predikat", "kategori"), bracket, quote,
    strong (a word that is a grade by itself: WTP, Nindya), or none (only a link can settle it).
    """

    group: ClassVar[str] = "predicates"
    surface: str
    canonical: str
    indices: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A day or month, or a range of them, resolved to the closed interval `first` to `last`.

    `first` is None when the text does not say enough (no year and no publication date);
    `weekday_fits` is False when the named weekday is not that day's.
    """

    group: ClassVar[str] = "dates"
    first: date | None
    last: date | None
    granularity: Granularity
    weekday_fits: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodMention(Mention):
    """Time that a score may hold for: ISO 8601 `2024`, `2024-06`, `2012/2015`, or "" if unsettled.

    `relative` is the shift against the period said before, in years ("setahun sebelumnya": -1);
    None for a period that stands by itself ("tahun lalu" is resolved by the publication date).
    `same` holds for the same part of another year ("periode yang sama tahun lalu").
    """

    group: ClassVar[str] = "periods"
    iso: str
    relative: int | None = None
    same: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention(Mention):
    """A number with its one role. `value` is exact; `unit` as worded ("persen", "poin").

    `value` is negative where the words beside it say so ("minus 0,13", "deflasi 0,13");
    `out_of` is the full score beside it ("3,48 dari 5,00", "82,5/100"), `basis` against when a
    rate of change is told: mtm, qtq, ytd, yoy, or "".
    """

    group: ClassVar[str] = "numbers"
    value: Decimal
    comparison: Comparison = "eq"
    unit: str = ""
    role: Role = "other"
    cue: str = ""
    out_of: Decimal | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMention(Mention):
    """A place in an order: 1 is the best, -1 the worst; `position_end` closes a range.

    `scope` is "" when the words of its sentence do not say (the links settle it), else `national`,
    `world`, `provinsi` for that of whoever is ranked, a region code, or the words of a freer scope.
    `category` is a class that is named as one ("kategori kota sedang"), `among` the noun of those
    counted ("dari 98 pemkot"). `placed` tells a word of place from a superlative of value.

    `relation` is "" for a place of its own, "next", "below" and "above" for one told from the
    place before ("disusul", "di bawahnya", "di atasnya") or from that of the region at token
    `base`, "sequence" for a run of places, "list" and "bracket" for one told by its form, "group"
    and "opening" for words that tell no place by themselves ("lima terbawah", "sepuluh kota
    paling toleran: …"); `size` is how many these select, 0 where the rank's own words say it.
    """

    group: ClassVar[str] = "ranks"
    position: int
    position_end: int = 0
    scope: str = ""
    out_of: int = 0
    category: str = ""
    among: str = ""
    relation: str = ""
    placed: bool = False
    base: int = -1
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortMention(Mention):
    """Those among whom one may be ranked: counted ("94 kota se-Indonesia") or named as a class.

    `size` is how many (0 if unsaid), `noun` who ("kota"), `scope` as in a rank, `category` the
    class named ("kategori kabupaten"), `whole` whether all there are ("dari 22 kabupaten").
    """

    group: ClassVar[str] = "cohorts"
    noun: str = ""
    size: int = 0
    scope: str = ""
    category: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialMention(Mention):
    """A named person with an office at this place in the text.

    Token spans: `start:end` covers office and name; the name alone is `name_start:name_end`.
    `office` as written, without acronyms in brackets; `region` is the code in the office, if any.
    `rule` is how the two stand to each other and what shows the name to be one: "comma:title".
    """

    group: ClassVar[str] = "officials"
    name: str
    office: str
    acting: bool = False
    name_start: int = 0
    name_end: int = 0
    region: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMention(Mention):
    """Spoken words without their outer marks; `verb` as written.

    `part` joins pieces of one quote: the index of the piece that it continues, or -1.
    `cue_start:cue_end` are the tokens of the verb, -1 when there is none. `lead` and `trail` count
    the characters at its ends that are not spoken, where a token holds a mark besides a word.
    """

    group: ClassVar[str] = "quotes"
    verb: str = ""
    rule: str = ""
    part: int = -1
    cue_start: int = -1
    cue_end: int = -1
    lead: int = 0
    trail: int = 0

    @property
    def edges(self) -> tuple[int, int]:
        """How many characters of its first and of its last token are not spoken."""
        return self.lead, self.trail
