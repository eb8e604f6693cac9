"""The errors of faktaberita: one root, and one class for each party at fault."""


class FaktaError(Exception):
    """Root of every error raised on purpose by this package."""


class InputError(FaktaError):
    """The caller's text, file or argument cannot be used; the message says which and why."""


class ModelError(FaktaError):
    """The tokenizer's weights are missing or damaged; the message names the file and the remedy."""


class LexiconError(FaktaError):
    """A lexicon file breaks its own rules; the message names the file and the entry."""


class KnownFactsError(FaktaError):
    """A known-facts file cannot be read as such; the message names the file, line and reason."""


class WorkerError(FaktaError):
    """Worker processes cannot start; the message says how they end."""


class DatasetError(FaktaError):
    """A dataset cannot be written, gone on with or read; the message says why and what to do."""
