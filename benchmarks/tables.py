"""Tables that a program writes into a page, between two comments that name them."""

from pathlib import Path


def put(table: str, page: Path, name: str) -> None:
    """Write `table` into `page`, between `<!-- name -->` and `<!-- end of name -->`.

    Raises ValueError unless the page has that place, and once.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not closed or text.count(begin) > 1:
        raise ValueError(f"{page}: no place, or several, between {begin.strip()} and {end}")
    page.write_text(f"{before}{begin}\n{table.strip()}\n\n{end}{after}", encoding="utf-8")
