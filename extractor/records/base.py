"""What all records have in common."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A frozen record that knows every field it may have and refuses any other."""

    # What stands below a field is its description in the JSON Schema.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A name as people write it: never empty, no white space around it."""


def _rounded(confidence: float) -> float:
    return round(confidence, 3)


Confidence = Annotated[float, Field(ge=0, le=1), AfterValidator(_rounded)]
"""How probable it is that a record is right, 0 to 1, in steps of a thousandth."""

REGION = r"^\d{2}(\.\d{2})?$"
RegionCode = Annotated[str, StringConstraints(pattern=REGION)]
"""A Kemendagri code of a province (`15`) or of a regency or city (`15.71`)."""

LOCALITY = r"^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$"
"""A Kemendagri code of a district (`13.06.04`) or of a village (`13.06.04.2001`)."""
