"""Extractors for worker processes, which import them by name."""

import os
import time
from typing import Any

from extractor.errors import InputError
from extractor.inputs import Extracts
from extractor.records import Article
from tests import articles as a


class Odd(a.Told):
    """Does what the text says: sleeps, dies, fails, refuses, or reads."""

    def extract(self, text: str, *, id: str, **known: Any) -> Article:
        if text == "sleep":
            time.sleep(60)
        if text == "die":
            os._exit(3)
        if text == "fail":
            raise ValueError("a bug")
        if text == "which":
            text = str(os.getpid())
        if text == "refuse":
            raise InputError("no article")
        return super().extract(text, id=id, **known)


def odd() -> Extracts:
    return Odd()


def slow_to_load() -> Extracts:
    time.sleep(0.3)
    return Odd()
