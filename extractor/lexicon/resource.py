"""Reading a lexicon file that lies in this package."""

import gzip
import hashlib
import zlib
from functools import cache
from importlib import resources
from typing import Any

import yaml

from extractor.errors import LexiconError
from extractor.lexicon.own import own_words


def read_text(name: str) -> str:
    """Return the UTF-8 text of lexicon file `name` (raises LexiconError when it is not there)."""
    try:
        return resources.files("extractor.lexicon").joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError(f"lexicon file {name} is missing from the installed package") from error


def read_packed(name: str) -> str:
    """Return the UTF-8 text of gzipped lexicon file `name` (raises LexiconError when broken)."""
    try:
        packed = resources.files("extractor.lexicon").joinpath(name).read_bytes()
        return gzip.decompress(packed).decode()
    except FileNotFoundError as error:
        raise LexiconError(f"lexicon file {name} is missing from the installed package") from error
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise LexiconError(f"lexicon file {name} is damaged: {error}") from error


def read_yaml(name: str) -> Any:
    """Return the content of YAML lexicon file `name` (raises LexiconError when it is broken)."""
    try:
        return yaml.load(read_text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicon file {name}: {error}") from error


@cache
def lexicon_digest() -> str:
    """Return the SHA-256 over all lexicon files, the user's own among them, in hexadecimal."""
    digest = hashlib.sha256(own_words().digest.encode())
    files = resources.files("extractor.lexicon").iterdir()
    for file in sorted(files, key=lambda file: file.name):
        if file.name.endswith((".yaml", ".csv", ".json", ".gz")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
