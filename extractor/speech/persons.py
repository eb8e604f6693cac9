"""The persons of an article: every mention of an official joined into one person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention
from extractor.mentions.surface import surface

_LONGEST_NICKNAME = 3
# The ways of reading in which the name stands before its office: mostly of somebody told before.
_TOLD_AGAIN = ("before:", "as:")


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the full name, the first office told with it ("" for none), token spans.

    `rule` is how the office was read: "behind:title", "comma:name", "" for none.
    """

    name: str
    office: str
    acting: bool
    region: str
    spans: tuple[tuple[int, int], ...]
    rule: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name in lower case."""
        return tuple(self.name.casefold().split())

    @property
    def head(self) -> str:
        """The head of the office in its long form: "Wapres" is "wakil presiden"."""
        return head_of(self.office)


def people(doc: Doc) -> list[Person]:
    """Return the officials of `doc`, each once, in the order of their first mention.

    The office is that of the first mention with the full name: "Menteri Bimo" after
    "Menteri Kominfo Bimo Adi Sulistyo" is the same person and adds a place only.
    """
    groups: list[_Group] = []
    words = surface(doc).words
    for mention in spans.read(doc, OfficialMention):
        group = next((group for group in reversed(groups) if group.has(mention)), None)
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(mention, also_called(words, mention.end))
    return [_person(group.mentions) for group in groups]


def also_called(words: Sequence[str], at: int) -> str:
    """Return what a person is called too, behind the name at token `at`: "alias Didi", "(Didi)"."""
    if at >= len(words) or words[at] not in ("(", "alias"):
        return ""
    end = at + 1
    while end < len(words) and end - at <= _LONGEST_NICKNAME and words[end][:1].isupper():
        end += 1
    closed = words[at] == "alias" or words[end : end + 1] == [")"]
    return " ".join(words[at + 1 : end]) if closed else ""


def head_of(office: str) -> str:
    """Return the head of `office` in lower case and in its long form, without acting words."""
    lexicon = office_words()
    words = [word.rstrip(".") for word in office.split()]
    if words and words[0].lower() in lexicon.former:
        words = words[1:]
    for size in (2, 1):
        if " ".join(words[:size]) in lexicon.acting:
            words = words[size:]
    for size in range(min(4, len(words)), 0, -1):
        head = " ".join(words[:size])
        if head in lexicon.short:
            return lexicon.short[head].casefold()
        if head in lexicon.heads:
            return head.casefold()
    return " ".join(words[:1]).casefold()


def fits(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether the words `short` are a part of the name `full`, in its order."""
    rest = iter(full)
    return bool(short) and all(any(_means(word, part) for part in rest) for word in short)


def is_initial(word: str) -> bool:
    """Tell whether `word` of a name in lower case is an initial: "m.", "m"; "i" is an article."""
    return len(word.rstrip(".")) == 1 and word.isascii() and word[0].isalpha() and word != "i"


def _means(word: str, part: str) -> bool:
    return word == part or (is_initial(word) and part[:1] == word[0])


class _Group:
    """The mentions of one person; the longest name and the offices tell who else is meant."""

    def __init__(self) -> None:
        self.mentions: list[OfficialMention] = []
        self.longest: list[str] = []
        self.heads: dict[str, None] = {}
        self.called: set[str] = set()

    def add(self, mention: OfficialMention, called: str) -> None:
        """Take `mention` in; `called` is what the person is called too."""
        self.called.add(called)
        words = mention.name.casefold().split()
        if len(words) > len(self.longest):
            self.longest = words
        self.mentions.append(mention)
        self.heads[head_of(mention.office)] = None

    def has(self, mention: OfficialMention) -> bool:
        """Tell whether `mention` is of the same person."""
        words = mention.name.casefold().split()
        if words == self.longest or mention.name in self.called or self._is_nickname(mention.name):
            return True
        # "M. Betawi" behind "Muhammad Betawi" is the shorter one.
        short, full = sorted((words, self.longest), key=lambda name: (len(name), len(name[0])))
        if not fits(short, full) or (len(short) == len(full) and not is_initial(short[0])):
            return False
        if words == short and mention.rule.startswith(_TOLD_AGAIN):
            return True  # "Rina Astuti …", later "Rina yang juga Wakil Bupati"
        # One shared word is a person only with the same kind of office; two are with any, if they
        # begin the longer name: "Tri Budi Setia", the wife, is not the minister "Budi Setia".
        return (len(short) > 1 and short[0] == full[0]) or any(
            _like(head_of(mention.office), head) for head in self.heads
        )

    def _is_nickname(self, name: str) -> bool:
        """Tell whether `name` is a nickname of public life, or the full name of one."""
        nicknames = name_words().nicknames
        full = nicknames.get(name, "").casefold().split()
        mine = nicknames.get(self.mentions[0].name, "").casefold().split()
        return fits(full, self.longest) or fits(mine, name.casefold().split())


def _like(one: str, other: str) -> bool:
    return one == other or one.startswith(other + " ") or other.startswith(one + " ")


def _person(group: Sequence[OfficialMention]) -> Person:
    longest = max(len(mention.name.split()) for mention in group)
    first = next(mention for mention in group if len(mention.name.split()) == longest)
    now = next((other for other in group if not _is_former(other)), first)
    if _is_former(first):
        first = replace(now, name=first.name)
    region = first.region or next((mention.region for mention in group if mention.region), "")
    places = tuple((mention.start, mention.end) for mention in group)
    return Person(first.name, first.office, first.acting, region, places, first.rule)


def _is_former(mention: OfficialMention) -> bool:
    return mention.office.split()[0].lower() in office_words().former


def short_names(person: Person) -> list[str]:
    """Return the words of the name by which `person` may be called later."""
    names = name_words()
    return [
        word.casefold()
        for word in person.name.split()
        if len(word) > 2 and word.lower() not in names.particles and "." not in word
    ]
