from importlib import resources

import pytest
import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

FILES = sorted(
    file.name
    for file in resources.files("extractor.lexicon").iterdir()
    if file.name.endswith(".yaml")
)


def doubled(node: Node | None, path: str = "") -> list[str]:
    """Return the keys that stand twice in one mapping: YAML would drop the first unseen."""
    if isinstance(node, SequenceNode):
        return [key for one in node.value for key in doubled(one, path)]
    if not isinstance(node, MappingNode):
        return []
    names = [f"{path}/{key.value}" for key, _ in node.value]
    twice = sorted({name for name in names if names.count(name) > 1})
    inner = zip(names, node.value, strict=True)
    return twice + [key for name, (_, value) in inner for key in doubled(value, name)]


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice(name: str) -> None:
    text = resources.files("extractor.lexicon").joinpath(name).read_text("utf-8")
    assert doubled(yaml.compose(text, Loader=yaml.SafeLoader)) == []


def test_a_key_that_stands_twice_is_seen() -> None:
    root = yaml.compose("a: {x: 1, x: 2}\nb: [{y: 1, y: 1}]", Loader=yaml.SafeLoader)
    assert doubled(root) == ["/a/x", "/b/y"]
