"""The contract as JSON Schema, for callers in other languages."""

import json

from extractor.records.article import Article


def article_schema() -> str:
    """Return the JSON Schema of an `Article` as written out, one file's worth of text."""
    schema = Article.model_json_schema(mode="serialization")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
