"""The articles that have one text, group by group."""

import pyarrow as pa

from extractor.archive.questions.dataset import Dataset

_GROUPS = """
    select c.text_id, count(*) over (partition by c.text_id) as articles, c.article_id,
        a.title, a.publisher, a.published, a.url,
        a.file || coalesce(':' || a.line, '') as place
    from copies c join articles a on a.id = c.article_id
    order by articles desc, c.text_id, c.article_id <> c.text_id, a.published, c.article_id
"""


def duplicates(dataset: Dataset) -> pa.Table:
    """Return a row for each article that has its text with others, the largest groups first.

    `text_id` names the group: its article that was published first, which is also its first row.
    `articles` is how many there are.

    >>> duplicates(dataset).column("articles").to_pylist()
    ... # doctest: +SKIP
    """
    return dataset.arrow(_GROUPS).read_all()
