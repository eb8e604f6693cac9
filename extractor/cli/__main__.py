"""`python -m extractor.cli` is the command `fakta`."""

import sys

from extractor.cli import main

# Workers import this module, too, and must not start the command again.
if __name__ == "__main__":
    sys.exit(main())
