"""`fakta completion`: what a shell needs to complete the command."""

from __future__ import annotations

import argparse
from pathlib import Path

from extractor.cli.terminal import FINE, Commands

_SHELLS = ("bash", "zsh", "tcsh")
_INSTALL = """\
bash: fakta completion bash > ~/.local/share/bash-completion/completions/fakta
zsh:  fakta completion zsh > a folder of $fpath/_fakta
tcsh: fakta completion tcsh >> ~/.tcshrc
"""
_FILES = ("ARTICLE", "DIR|FILE", "FILE", "INPUT", "OLD", "NEW")


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    completion = commands.add_parser(
        "completion",
        help="write what a shell needs to complete fakta",
        epilog=_INSTALL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    completion.add_argument("shell", choices=_SHELLS)
    completion.set_defaults(work=_completion)


def _completion(arguments: argparse.Namespace) -> int:
    import shtab

    from extractor.cli.command_line import parser

    command = parser()
    _complete_files(command)
    print(shtab.complete(command, arguments.shell))
    return FINE


def _complete_files(parser: argparse.ArgumentParser) -> None:
    """Let what names files be completed by them, in `parser` and all its commands."""
    import shtab

    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                _complete_files(command)
        elif action.type is Path or action.metavar in _FILES:
            folder = action.metavar == "DIR"
            action.complete = shtab.DIRECTORY if folder else shtab.FILE  # type: ignore[attr-defined]
