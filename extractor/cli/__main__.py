"""`python -m extractor.cli` is the command `fakta`."""

import sys

from extractor.cli import main

sys.exit(main())
