"""The component `fakta_ranks`: places that are held in an order."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.ranks import rank_words
from extractor.mentions import spans
from extractor.mentions.kinds import CohortMention, RankMention
from extractor.mentions.ranks.cohort import category_of, cohorts, counted
from extractor.mentions.ranks.context import Context, make_context
from extractor.mentions.ranks.held import is_held
from extractor.mentions.ranks.patterns import RankMatcher
from extractor.mentions.ranks.scope import scope_of
from extractor.mentions.ranks.shape import Shape
from extractor.mentions.ranks.shapes import find_shapes


class Ranks:
    """Finds ranks: `peringkat ke-4 nasional`, `tertinggi kedua se-Jateng`, `disusul`."""

    def __init__(self, nlp: Language) -> None:
        self.lexicon = rank_words()
        self.matcher = RankMatcher(nlp.vocab, self.lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Write the ranks of `doc`, and those among whom they may be held."""
        shapes = find_shapes(doc, self.matcher, self.lexicon)
        context = make_context(doc, shapes, self.lexicon) if shapes else None
        spans.write(doc, RankMention, self.find(context) if context else [])
        spans.write(doc, CohortMention, cohorts(context) if context else [])
        return doc

    def find(self, context: Context) -> list[RankMention]:
        """Return the ranks that are held, in order; hoped-for ones are none."""
        return [
            self.parse(shape, context)
            for shape in context.shapes
            if is_held(shape, context) and self._is_place(shape, context)
        ]

    def parse(self, shape: Shape, context: Context) -> RankMention:
        """Return what the rank at `shape` means."""
        count, among = counted(shape, context)
        return RankMention(
            start=shape.start,
            end=shape.end,
            position=shape.position,
            position_end=shape.position_end,
            scope=scope_of(shape, context),
            out_of=shape.out_of or count,
            category=category_of(shape, context),
            among=among,
            relation=shape.relation,
            placed=shape.placed,
            base=shape.base,
            size=shape.size,
        )

    def _is_place(self, shape: Shape, context: Context) -> bool:
        """Whether `nomor 22` counts places: it does with a scope, not as the number of a law."""
        if context.words[shape.start] not in self.lexicon.cardinal_nouns:
            return True
        before = context.words[shape.start - 1] if shape.start else ""
        if before in self.lexicon.laws:  # Perpres Nomor 9
            return False
        # "peringkat nomor 5", "nomor dua puluh dari 38 provinsi"
        if before in self.lexicon.nouns or counted(shape, context)[0]:
            return True
        return bool(scope_of(shape, context)) or shape.position == 1 or shape.position < 0


@Language.factory("fakta_ranks", assigns=["doc.spans"])
def create_ranks(nlp: Language, name: str) -> Ranks:
    """Make the component for a pipeline."""
    return Ranks(nlp)
