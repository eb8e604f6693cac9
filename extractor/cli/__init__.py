"""The command `fakta`: reads arguments, calls the rooms, prints. One file for each command.

Data goes to stdout, messages to stderr.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` and return its exit code, that of failures for Ctrl-C."""
    try:
        # Here, as Ctrl-C may come while anything is imported.
        from extractor.cli.command_line import run

        return run(argv)
    except KeyboardInterrupt:
        import signal

        # Whoever is impatient presses it twice.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from extractor.cli.terminal import LOST, tell

        tell("stopped")
        return LOST
