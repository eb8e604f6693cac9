"""Which code somebody may have meant who wrote one that no region has."""

from collections.abc import Mapping

from extractor.lexicon.regions import Region

_MOST = 3


def like_code(written: str, regions: Mapping[str, Region]) -> str:
    """Return `; did you mean "15.71" (Kota Jambi)?` for `1571`, `15.17`, `15.1`; "" for no idea."""
    digits = written.replace(".", "")
    plain = {code: code.replace(".", "") for code in regions}
    close = [code for code, other in plain.items() if other in (digits, f"{digits}0")]
    close = close or [code for code, other in plain.items() if _is_near(digits, other)]
    told = " or ".join(f'"{code}" ({regions[code].name})' for code in close[:_MOST])
    return f"; did you mean {told}?" if told else ""


def _is_near(one: str, other: str) -> bool:
    """Tell whether two codes of one length differ in the order of their last digits alone."""
    if len(one) != len(other) or one[:2] != other[:2]:
        return False
    return sorted(one) == sorted(other)
