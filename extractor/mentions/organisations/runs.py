"""How far the name of a body of an open class reaches: "Dinas Kesehatan Kota Tegal"."""

from dataclasses import dataclass

from extractor.lexicon.names import name_words
from extractor.lexicon.organisations_open import Form, Head, open_words
from extractor.lexicon.region_names import region_name
from extractor.mentions.organisations.bodies import Body, Line

_LONGEST_HEAD = 5
_LIST_REACH = 16
_MARKS = frozenset((".", "-"))
_LONGEST_SHORT = 5
_CHIEF_REACH = 7
# Of a headline's verbs ("Luncurkan"), of a word that opens a sentence ("Informasinya").
_NO_NAME_ENDS = ("kan", "nya")


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the words of the place behind a name end, and the region that they tell."""

    end: int
    region: str = ""
    placed: bool = False


class Runs:
    """Reads bodies off a line of words, from their heads on."""

    def __init__(self, line: Line, known: dict[int, int]) -> None:
        """Take the line, and where the bodies that the lexicon lists begin and end."""
        self.line, self.known = line, known
        self.words, self.given = open_words(), name_words().given

    def at(self, start: int) -> Body | None:
        """Return the body whose head begins at token `start`, if one does."""
        found = self._head(start)
        # "Rektor Universitas Gadjah Mada Ova Emilia": the name that the lexicon lists is whole.
        if found is None or (self._is_led(start) and self.known.get(start, 0) > found[0]):
            return None
        end, head = found
        for form in head.forms:
            body = self._read(form, start, end, head)
            if body is not None:
                return body
        return None

    def tail(self, at: int, start: int) -> Tail:
        """Return the place at `at`: "Kota Tegal", "Daerah", "Kelas I Blitar"."""
        skipped = at
        while skipped < at + 5 and self.line.word(skipped, start) in self.words.tails:
            # "Kota" may begin a region's own name, "Indonesia" ends one.
            end, codes = self._region(skipped, start)
            if codes:
                return Tail(end, _one(codes, self.line.words[at:skipped]), placed=True)
            skipped += 1
        end, codes = self._region(skipped, start)
        if codes:
            return Tail(end, _one(codes, self.line.words[at:skipped]), placed=True)
        own = at
        while own < at + 3 and self.line.word(own, start) in self.words.own_tails:
            own += 1
        return Tail(own)

    def _head(self, start: int) -> tuple[int, Head] | None:
        said: list[str] = []
        found = None
        for at in range(start, start + _LONGEST_HEAD):
            word = self.line.word(at, start)
            if not word:
                break
            said.append(word)
            key = tuple(said)
            head = self.words.heads.get(key)
            if head is None and word.isupper():  # "RSJ." is short, "Serikat." ends a sentence
                head = self.words.heads.get((*key[:-1], word.rstrip(".")))
            if head is not None:
                found = at + 1, head
        return found

    def _read(self, form: Form, start: int, at: int, head: Head) -> Body | None:
        """Return the body of `form` whose head ends at `at`."""
        if form == "field":
            return self._field(start, at, head)
        if form == "part":
            return self._part(start, at, head)
        if form == "place":
            return self._made(start, at, head)
        if form == "local":
            tail = self.tail(at, start)
            if tail.placed:
                return self._made(start, at, head)
            end = self._local(at, start)
        else:
            end = self._run(at, start, head, form)
        return self._made(start, end, head) if end > at else None

    def _made(self, start: int, end: int, head: Head) -> Body:
        """Return the body with the acronym and the place behind its name."""
        close, acronym = self.line.bracket(end, start)
        inner = close if self._is_short(acronym, start, end, head) else end
        tail = self.tail(inner, start)
        place = self.line.text(inner, tail.end)
        text = " ".join(filter(None, (self.line.text(start, end), place)))
        reached = tail.end
        if inner == end:
            close, acronym = self.line.bracket(reached, start)
            is_short = self._is_short(acronym, start, reached, head)
            reached, acronym = (close, acronym) if is_short else (reached, "")
        if head.kind == "police" and tail.placed and self.line.word(reached, start) == "Kota":
            reached, text = reached + 1, f"{text} Kota"
        return Body(
            start, reached, text, head.kind, region=tail.region, acronym=acronym, place=place
        )

    def _is_short(self, said: str, start: int, end: int, head: Head) -> bool:
        """Tell whether `said` shortens the name: its letters stand in it in this order."""
        words = self.line.words[start:end]
        if not said[:1].isupper() or said[0] not in {word[:1].upper() for word in words[:2]}:
            return False
        if head.kind in ("company", "bank") and said.isupper() and len(said) == 4:
            return True  # as the stock exchange lists it
        name = iter(self.line.text(start, end).lower())
        letters = [letter for letter in said.lower() if letter.isalnum()]
        return len(letters) > 1 and all(letter in name for letter in letters)

    def _field(self, start: int, at: int, head: Head) -> Body | None:
        end = self._fields(at, start)
        if end == at or self.line.text(start, at + 1) in self.words.generic:
            return None
        body = self._made(start, end, head)
        if head.kind == "agency" and not body.place:
            whole = self.at(body.end) if body.end not in self.line.breaks else None
            if whole is not None and whole.kind == "dinas":
                text = f"{body.text} {whole.text}"
                return Body(start, whole.end, text, head.kind, region=whole.region, place="-")
        return body

    def _fields(self, at: int, start: int) -> int:
        """Return where the words of a field end that begin at `at`."""
        end = at
        while True:
            word = self.line.word(end, start)
            if self._is_field(word):
                end += 1
                continue
            follower = end + 1
            if word == "," and self.line.word(follower, start) in self.words.joiners:
                follower += 1
            joins = word in self.words.joiners or (word == "," and self._closes(end, start))
            if end == at or not joins or not self._is_field(self.line.word(follower, start)):
                return end
            end = follower

    def _is_field(self, word: str) -> bool:
        parts = word.replace("/", "-").split("-")
        return all(part in self.words.fields for part in parts)

    def _closes(self, at: int, start: int) -> bool:
        """Tell whether the list that the comma at `at` goes on with ends in "dan Pertanahan"."""
        for place in range(at + 1, at + _LIST_REACH):
            word = self.line.word(place, start)
            if word in self.words.joiners:
                return self._is_field(self.line.word(place + 1, start))
            if word != "," and not self._is_field(word):
                return False
        return False

    def _part(self, start: int, at: int, head: Head) -> Body | None:
        if at in self.known and at not in self.line.breaks:
            return self._made(start, self.known[at], head)
        whole = self.at(at) if at not in self.line.breaks else None
        if whole is not None and whole.kind in ("dinas", "ministry", "parliament", "agency"):
            text = f"{self.line.text(start, at)} {whole.text}"
            return Body(start, whole.end, text, head.kind, region=whole.region, place="-")
        return self._made(start, at, head) if self.tail(at, start).placed else None

    def _local(self, at: int, start: int) -> int:
        """Return where a name of up to three capitalised words ends; a number may lead it."""
        end = at
        while self.line.word(end, start)[:1].isdigit() or self.line.word(end, start) == "/":
            end += 1
        if self.line.word(end, start) in self.words.local_openers and self._goes_on(end + 1, start):
            end += 1
        limit = end + self.words.local_longest
        while (
            end < limit and self._runs_on(end, start, end > at) and not self._region(end, start)[1]
        ):
            end += 1
        return end

    def _run(self, at: int, start: int, head: Head, form: Form) -> int:
        """Return where a capitalised run ends; the region in it closes it, but for a firm."""
        end, led = at, self._is_led(start)
        if self.line.word(at, start) in self.words.not_names and not self._goes_on(at + 1, start):
            return at
        while end < at + self.words.longest:
            tail = self.tail(end, start)
            if tail.placed and end == at:
                if form == "name" or not self._runs_on(tail.end, start, is_inside=True):
                    return tail.end
                end = tail.end  # "PT Jakarta Propertindo"
                continue
            if tail.placed and (form == "name" or led):
                return end
            word = self.line.word(end, start)
            is_name = led and end > at and word in self.given
            if word in self.words.within or word in self.words.titles:
                is_joiner = end == at and word in self.words.joiners  # "Pesantren dan Gereja X"
                if is_joiner or not self._joins(end, start, head):
                    break
            elif is_name or not self._runs_on(end, start, end > at):
                break
            end += 1
        while end > at and self.line.words[end - 1] in self.words.within:
            end -= 1
        end = self._without_value(at, end, head)
        return self._ended(end, start) if form == "firm" and end > at else end

    def _without_value(self, at: int, end: int, head: Head) -> int:
        """`2. Universitas Rimba 412`: its value stands behind the name; but `SMA Negeri 3`."""
        named = head.kind == "school" or end <= at + 1
        return end if named or not self.line.words[end - 1].isdecimal() else end - 1

    def _goes_on(self, at: int, start: int) -> bool:
        word = self.line.word(at, start)
        return word[:1].isupper() or word[:1].isdigit()

    def _joins(self, at: int, start: int, head: Head) -> bool:
        """Tell whether a small word or a title at `at` stands within the name."""
        after = self.line.word(at + 1, start)
        if self.line.words[at] == "." and len(self.line.words[at - 1]) > _LONGEST_SHORT - 1:
            return False  # "Serikat. Kala": the sentence ends
        is_title = self.line.words[at] in self.words.titles
        if is_title and head.kind not in ("hospital", "school", "university"):
            return False
        return after[:1].isupper() or (is_title and after in self.words.titles) or after in _MARKS

    def _runs_on(self, at: int, start: int, is_inside: bool) -> bool:
        """Tell whether the word at `at` may belong to a name: a capital, or a number."""
        word = self.line.word(at, start)
        if word[:1].isdigit():
            return len(word) < 4
        if not word[:1].isupper() or word in self.words.stops:
            return False
        if is_inside and ((word,) in self.words.heads or self._stopped(at - 1)):
            return False
        is_verb = word.lower().endswith(_NO_NAME_ENDS) and word not in self.words.fields
        return not (is_inside and is_verb and not word.isupper())

    def _stopped(self, at: int) -> bool:
        """Tell whether the word at `at` holds the full stop of its sentence."""
        word = self.line.words[at]
        return word.endswith(".") and len(word) > _LONGEST_SHORT and word not in self.words.titles

    def _ended(self, end: int, start: int) -> int:
        """Return the end of a company's name with "(Persero) Tbk"."""
        close, said = self.line.bracket(end, start)
        if said in self.words.company_ends:
            end = close
        return end + 1 if self.line.word(end, start) in self.words.company_ends else end

    def _is_led(self, start: int) -> bool:
        """Tell whether an office stands before the head: "Direktur PT Maju Budi Raharjo"."""
        for at in range(start - 1, max(-1, start - _CHIEF_REACH), -1):
            word = self.line.words[at].lower()
            if word in self.words.chiefs:
                return True
            if word in {",", ".", ";", ":"} or at in self.line.breaks:
                break
        return False

    def _region(self, at: int, start: int) -> tuple[int, tuple[str, ...]]:
        if not self.line.word(at, start):
            return at, ()
        end, codes = region_name(self.line.words, at)
        broken = any(place in self.line.breaks for place in range(at + 1, end))
        return (at, ()) if broken else (end, codes)


def _one(codes: tuple[str, ...], before: list[str]) -> str:
    """Return the code that the level in front of a region's name leaves, or the only one."""
    said = {word.rstrip(".").lower() for word in before}
    if said & {"provinsi", "prov", "pemprov"}:
        codes = tuple(code for code in codes if len(code) == 2)
    elif said & {"kabupaten", "kab", "pemkab"}:
        codes = tuple(code for code in codes if len(code) == 5 and code[3] != "7")
    elif said & {"kota", "pemkot", "kotamadya"}:
        codes = tuple(code for code in codes if len(code) == 5 and code[3] == "7")
    return codes[0] if len(codes) == 1 else ""
