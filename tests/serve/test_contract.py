"""What the service answers to any request is what its OpenAPI says."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from extractor.serve.app import Limits, create_app
from tests import articles as a
from tests.serve.test_app import client, read

SCHEMA = schemathesis.openapi.from_asgi(
    "/openapi.json", create_app(read, a.PROVENANCE, Limits(bytes=2000, seconds=5))
)
FOUND = [found for found in SCHEMA.get_all_operations() if isinstance(found, Ok)]
OPERATIONS = {found.ok().label: found.ok() for found in FOUND}


def test_every_operation_is_described() -> None:
    assert set(OPERATIONS) == {
        "POST /articles",
        "POST /articles/batch",
        "GET /health",
        "GET /ready",
    }


# What is asked for by GET takes nothing, so that nothing can be wrong with it.
ASKED = [
    (label, mode)
    for label in OPERATIONS
    for mode in GenerationMode
    if label.startswith("POST") or mode is GenerationMode.POSITIVE
]


@pytest.mark.parametrize(("label", "mode"), ASKED)
def test_any_request_gets_an_answer_that_is_described(label: str, mode: GenerationMode) -> None:
    operation = OPERATIONS[label]

    @seed(1)
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case: Any) -> None:
        case.call_and_validate()

    answered()


@pytest.mark.parametrize("published", [0, 1735948800, "1735948800", "20250104", True, [], "0"])
def test_a_day_is_no_number(published: object) -> None:
    answer = client.post("/articles", json={"text": "a", "published": published})
    assert answer.status_code == 422
    (problem,) = answer.json()["detail"]
    assert problem["loc"] == ["body", "published"]
    assert "YYYY-MM-DD" in problem["msg"]


@pytest.mark.parametrize("where", ["/articles", "/articles/batch"])
def test_what_is_no_text_at_all_is_a_described_400(where: str) -> None:
    answer = client.post(where, content=b":\xff", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    described = client.get("/openapi.json").json()["paths"][where]["post"]["responses"]
    assert {"200", "400", "403", "408", "413", "422"} <= set(described)
