"""What docs/licences.md tells of the packages that this one stands on."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
# What PyTorch's build for Linux brings beside the one for CPUs; the page tells of it as a whole.
CUDA = ("nvidia-", "cuda-", "triton")
STRICT = re.compile(r"GPL|MPL|Mozilla")


def required() -> dict[str, metadata.Distribution]:
    """Return the distributions that an installation with the service brings, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *project["optional-dependencies"]["serve"]]
    found: dict[str, metadata.Distribution] = {}
    while waiting:
        requirement = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        if name.startswith(CUDA):
            continue
        found[name] = metadata.distribution(name)
        waiting += found[name].requires or []
    return found


def licence(found: metadata.Distribution) -> str:
    told = found.metadata
    classes = [name for name in told.get_all("Classifier") or [] if name.startswith("License")]
    (whole, *_) = told.get_all("License") or [""]
    expressions = told.get_all("License-Expression")
    return " ".join(expressions or [*classes, whole[:60]])


def test_every_package_is_told_with_what_its_licence_asks() -> None:
    licences = {name: licence(found) for name, found in required().items()}
    assert [name for name, told in licences.items() if not told.strip()] == []
    strict = {name for name, told in licences.items() if STRICT.search(told)}
    assert strict == set(re.findall(r"^\| `([a-z0-9-]+)` \|", PAGE, re.MULTILINE))
    listed = PAGE.partition("## Permissive\n")[2].partition("\n## ")[0]
    assert sorted(licences.keys() - strict) == re.findall(r"[a-z0-9-]+", listed.split("\n\n")[1])
