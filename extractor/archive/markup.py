"""HTML made plain before its text is taken: lists with their numbers, tables by row, no footnotes.

What takes the article out of a page knows paragraphs best, and loses or rearranges much else; so
lists, tables and captions become paragraphs here, each line a frame that can be read alone.
"""

import itertools
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

_SPACES = re.compile(r"\s+")
# `1`, `[2]`, `1,2`, `*)`; a letter only behind a number: `3,48<sup>a</sup>`.
_NOTE = re.compile(r"\W*\d{1,2}(?:\s?[,;–-]\s?\d{1,2})*\W*|[*†‡§#]+\)?")
_DECIMALS = re.compile(r"[.,]\d+")
_LETTER = re.compile(r"\W*[a-z]\W*")
_NUMBER = re.compile(r"\d[%*]?$")
_NOTED = re.compile(r"\b(?:sup|footnote|fn|noteref|catatan-kaki)\b")
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)")
_TAKEN_BACK = re.compile(r"line-through|display\s*:\s*none|visibility\s*:\s*hidden")
# What a raised digit behind belongs to: m², km³.
_UNITS = re.compile(r"(?<![^\W\d_])(?:mm|cm|dm|km|m)$")
_LISTS = ("ol", "ul")
_STRUCK = ("del", "s", "strike")
# Parts of a sentence; what hides a whole block is left to the reader of pages.
_INLINE = ("span", "b", "i", "em", "strong", "u", "font", "small", "a", "mark")
# Inside a table these say that it lays out a page.
_LAID_OUT = ("h1", "h2", "nav", "article", "form")
_MOST_LINKED = 0.5
_LONG = 200
_HEAD = 80
_CELLS = " | "
_LONGEST_CELL = 400
_MOST_HEADS = 3
_MOST_COLUMNS = 50
_FURNITURE = re.compile(r"nav|menu|share|related|terkait|tag|breadcrumb|popul|sosial|social|foot")


def arrange(root: Any) -> None:
    """Rewrite the tree of a page in place."""
    _words(root)
    for element in list(root.iter("figcaption")):
        _replaced(element, [_text(element)])
    for element in list(root.iter("dl")):
        _replaced(element, list(_definitions(element)))
    for element in reversed(list(root.iter("table"))):
        _table(element)
    for element in list(root.iter(*_LISTS)):
        if _is_outermost(element) and not _is_furniture(element):
            _replaced(element, list(_items(element)))


def _words(root: Any) -> None:
    """Settle what stands among words: what is taken back, notes, quotations, what scripts hide."""
    for element in [e for e in root.iter() if isinstance(e.tag, str) and _is_taken_back(e)]:
        if element.getparent() is not None:
            element.drop_tree()
    for element in [e for e in root.iter() if isinstance(e.tag, str) and _is_raised(e)]:
        _raised(element)
    for element in list(root.iter("q")):
        _quoted(element)
    for element in list(root.iter("time", "ins")):
        element.drop_tag()
    scriptless = list(root.iter("noscript"))
    whole = _text(root) if scriptless else ""
    for element in scriptless:
        _without_script(element, whole)


def _text(element: Any) -> str:
    return _SPACES.sub(" ", element.text_content()).strip()


def _before(element: Any) -> str:
    """Return the text right in front of `element`."""
    previous = element.getprevious()
    if previous is None:
        return str(element.getparent().text or "")
    return str(previous.tail or previous.text_content())


def _is_taken_back(element: Any) -> bool:
    """Tell whether nobody is shown `element`, or it is struck out."""
    hidden = element.get("hidden") is not None and element.tag in _INLINE
    return (
        element.tag in _STRUCK
        or hidden
        or (element.tag in _INLINE and bool(_TAKEN_BACK.search(element.get("style", ""))))
    )


def _is_raised(element: Any) -> bool:
    """Tell whether `element` stands above or below its line, or links to a note."""
    if element.tag in ("sup", "sub"):
        return True
    if element.tag not in ("a", "span"):
        return False
    named = bool(_NOTED.search(element.get("class", "")))
    return named or bool(_RAISED.search(element.get("style", "")))


def _raised(element: Any) -> None:
    """`3,48<sup>1</sup>` and `Jambi<sup>[2]</sup>` have notes; `km<sup>2</sup>` is a unit."""
    text, before = _text(element), _before(element).rstrip()
    is_number = bool(_NUMBER.search(before))
    is_note = bool(_NOTE.fullmatch(text)) and not _UNITS.search(before)
    if element.tag == "sub":  # CO<sub>2</sub>
        is_note = is_note and is_number
    is_note = is_note or (is_number and bool(_LETTER.fullmatch(text)))
    is_note = is_note and not (is_number and _DECIMALS.fullmatch(text))  # 82<sup>,10</sup>
    if is_note:
        element.drop_tree()
    else:
        element.drop_tag()


def _quoted(element: Any) -> None:
    element.text = f"“{element.text or ''}"
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}”"
    else:
        element.text += "”"
    element.drop_tag()


def _without_script(element: Any, whole: str) -> None:
    """Keep what only a page without scripts shows, if it is an article and not told elsewhere."""
    text = _text(element)
    if len(text) >= _LONG and whole.count(text[:_HEAD]) == 1:
        element.tag = "div"
    else:
        element.drop_tree()


def _replaced(element: Any, lines: list[str]) -> None:
    """Put one paragraph for each of `lines` in the place of `element`."""
    made = []
    for line in filter(None, lines):
        paragraph = html.Element("p")
        paragraph.text = line
        made.append(paragraph)
    parent = element.getparent()
    if parent is None:
        return
    if parent.tag in ("figure", "p"):
        # A paragraph in a paragraph, or in a figure, would be lost with it.
        element, inner = parent, element
        inner.tail = f" {inner.tail or ''}"
        inner.drop_tree()
        parent = element.getparent()
        for paragraph in reversed(made):
            element.addnext(paragraph)
        if made and element.tail:
            made[-1].tail, element.tail = element.tail, None
        return
    at = parent.index(element)
    for offset, paragraph in enumerate(made):
        parent.insert(at + offset, paragraph)
    element.drop_tree()


def _definitions(element: Any) -> Iterator[str]:
    """Yield `name: value` for each name of a `dl`."""
    names: list[str] = []
    values: list[str] = []
    for child in element.iter("dt", "dd"):
        if child.tag == "dt" and values:
            yield f"{', '.join(names)}: {', '.join(values)}"
            names, values = [], []
        (names if child.tag == "dt" else values).append(_text(child))
    if names or values:
        yield f"{', '.join(names)}: {', '.join(values)}".strip(": ")


def _table(element: Any) -> None:
    """Make a line of each row; a table that lays out the page becomes blocks."""
    rows = list(_rows(element))
    if _is_layout(element, rows):
        for part in list(element.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th")):
            part.tag = "div"
    elif not _is_furniture(element):
        heads = [_text(caption) for caption in element.iter("caption")]
        _replaced(element, heads + [_CELLS.join(row) for row in rows if any(row)])


def _is_layout(table: Any, rows: list[list[str]]) -> bool:
    longest = max((len(cell) for row in rows for cell in row), default=0)
    holds_page = next(table.iter(*_LAID_OUT), None) is not None
    return holds_page or longest > _LONGEST_CELL or max(map(len, rows), default=0) < 2


def _rows(table: Any) -> Iterator[list[str]]:
    """Yield the cells of each row; a header of two rows is one: `SPBE` over `2022` and `2023`."""
    rows = list(_spanned(table))
    heads = [row for row, _ in itertools.takewhile(lambda pair: pair[1], rows)]
    width = {len(row) for row, _ in rows}
    if not (1 < len(heads) <= _MOST_HEADS < len(rows) + 1 and len(width) == 1):
        yield from (row for row, _ in rows)
        return
    yield [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*heads, strict=True)]
    yield from (row for row, _ in rows[len(heads) :])


def _spanned(table: Any) -> Iterator[tuple[list[str], bool]]:
    """Yield the cells of each row, and whether all of its own are heads.

    A cell that reaches over rows or columns stands in each of them; only heads over columns.
    """
    held: dict[int, tuple[str, int]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        waiting = [child for child in row if child.tag in ("td", "th")]
        is_head = bool(waiting) and all(child.tag == "th" for child in waiting)
        while waiting or len(cells) in held:
            at = len(cells)
            if at in held:
                text, left = held[at]
                held[at] = (text, left - 1)
                if left <= 1:
                    del held[at]
                cells.append(text)
                continue
            cell = waiting.pop(0)
            wide = min(_number(cell.get("colspan"), 1), _MOST_COLUMNS) if is_head else 1
            over = _number(cell.get("rowspan"), 1)
            for column in range(at, at + max(wide, 1)):
                cells.append(_text(cell))
                if over > 1:
                    held[column] = (cells[-1], over - 1)
        yield cells, is_head


def _items(element: Any) -> Iterator[str]:
    """Yield a line for each item of a list and of the lists inside it."""
    items = [child for child in element if child.tag == "li"]
    is_numbered = element.tag == "ol"
    step = -1 if element.get("reversed") is not None else 1
    number = _number(element.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = _number(item.get("value"), number)
        text, inner = _parts(item)
        if text:
            yield f"{_label(number, element.get('type'))}. {text}" if is_numbered else f"- {text}"
        for one in inner:
            yield from _items(one)
        number += step


def _parts(item: Any) -> tuple[str, list[Any]]:
    """Return the text of an item without the lists inside it, and those lists."""
    words: list[str] = []
    inner: list[Any] = []
    waiting: list[Any] = [item]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            words.append(one)
        elif one.tag in _LISTS:
            inner.append(one)
        elif isinstance(one.tag, str):
            words.append(one.text or "")
            for child in reversed(one):
                waiting += (child.tail or "", child)
    return _SPACES.sub(" ", "".join(words)).strip(), inner


def _label(number: int, kind: str | None) -> str:
    """Return a number as the list shows it: `3`, or `c` in a list of letters."""
    if kind in ("a", "A") and 0 < number <= 26:
        return chr(ord(kind) + number - 1)
    return str(number)


def _number(written: str | None, default: int) -> int:
    try:
        return int(written) if written is not None else default
    except ValueError:
        return default


def _nearest(element: Any) -> Any:
    """Return the list that `element` lies in, None without one."""
    return next(element.iterancestors(*_LISTS), None)


def _is_outermost(element: Any) -> bool:
    return _nearest(element) is None


def _is_furniture(element: Any) -> bool:
    """Tell whether `element` leads elsewhere: most of it links, or a part of the page's frame."""
    if next(element.iterancestors("nav", "footer", "aside", "header"), None) is not None:
        return True
    if _FURNITURE.search(f"{element.get('class', '')} {element.get('id', '')}".lower()):
        return True
    linked = sum(len(_text(link)) for link in element.iter("a"))
    return linked > _MOST_LINKED * len(_text(element))
