"""What a run says about itself is what its articles say."""

import subprocess
import sys

import extractor
from extractor.archive.provenance import provenance
from tests.reader import reader


def test_it_is_that_of_the_extractor() -> None:
    assert provenance() == reader().provenance
    assert provenance().version == extractor.__version__


def test_it_is_told_without_the_weight_of_the_model() -> None:
    code = (
        "import sys, extractor.archive.run, extractor.archive.provenance as p; p.provenance();"
        "sys.exit('torch' in sys.modules or 'spacy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
