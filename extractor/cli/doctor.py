"""`fakta doctor`: what is wrong with a dataset, and how it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.answer import add_format, answer, check_format
from extractor.cli.terminal import FINE, LOST, Commands, local, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    doctor = commands.add_parser("doctor", help="tell what is wrong with a dataset")
    doctor.add_argument("dataset", metavar="DIR", type=local, help="what `fakta batch` has made")
    add_format(doctor)
    doctor.set_defaults(work=_doctor)


def _doctor(arguments: argparse.Namespace) -> int:
    from extractor.archive.doctor import diagnose
    from extractor.archive.provenance import provenance
    from extractor.report.doctor import doctor_answer

    check_format(arguments)
    found = diagnose(arguments.dataset, provenance())
    count = len(found.problems)
    if (count or arguments.format != "table") and answer(doctor_answer(found), arguments) != FINE:
        return LOST
    if found.is_sound:
        tell(f"{arguments.dataset}: sound, {found.articles} articles")
        return FINE
    tell(f"{arguments.dataset}: {count} problem{'s' if count > 1 else ''}")
    return LOST
