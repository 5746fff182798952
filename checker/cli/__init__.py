"""The command line: ``factlint COMMAND …``.

Each command is a module here with ``options(parser)`` and ``run(args) -> exit code``.
Only the module of the command that was asked for is imported.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from checker.errors import UserError

COMMANDS = {
    "check": "read sources, compare what they say, report where they conflict and agree",
    "gate": "hold new sources against all that is known",
    "verify": "hold a draft against the sources, claim by claim",
    "show": "show what each source says of one person, organization or thing",
    "claims": "show what was read, source by source",
    "lock": "keep the claims of all sources in a file, to review and to check without reading anew",
    "mentions": "show the names, dates, amounts and titles recognised in sources",
    "baseline": "accept today's findings, so that later runs show only new ones",
    "server": "a language server: findings in the editor",
    "ledger": "look after what is kept between runs",
    "explain": "say what a rule holds sources to, and why",
    "rules": "list the rules and attributes of the loaded packs",
    "test": "run the examples of rule packs",
    "init": "start a settings file and a rule pack of your own here",
}
USAGE = """factlint finds where sources agree and where they conflict, and quotes both sides.

usage: factlint COMMAND [OPTIONS] …

{commands}

factlint COMMAND --help lists a command's options; factlint --version prints the version.
"""


def run(words: list[str]) -> int:
    """Run the command that the words name; the exit code: 0 fine, 1 something found, 2 it could not do its work."""
    try:
        code = _dispatch(words)
        sys.stdout.flush()
        return code
    except UserError as error:
        _say("\n".join(f"factlint: {line}" for line in _lines(error)))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _quiet_end()
    except Exception as error:  # noqa: BLE001  # a traceback's exit code, 1, would say that conflicts were found
        _internal(error)
    return 2


def _dispatch(words: list[str]) -> int:
    name, rest = (words[0], words[1:]) if words else ("--help", [])
    if name in ("--help", "-h", "help"):
        width = max(map(len, COMMANDS))
        sys.stdout.write(USAGE.format(commands="\n".join(f"  {n:<{width}}  {about}" for n, about in COMMANDS.items())))
        return 0
    if name in ("--version", "-V"):
        raise UserError("--version takes nothing after it")
    if name not in COMMANDS:
        from checker.config import did_you_mean

        raise UserError(f"no command {name!r}{did_you_mean(name, COMMANDS)}; factlint --help lists them")
    if any(not word and (n == 0 or rest[n - 1] not in ("--why", "--who")) for n, word in enumerate(rest)):
        raise UserError("an argument is empty, as of a variable that is not set; name what you mean, or leave it out")
    from checker.cli.options import Parser

    command = import_module(f"checker.cli.{name}")
    helps = any(word == "--help" or (word[:1] == "-" and "h" in word and word[1:2] != "-") for word in rest)
    parser = Parser(helps=helps, prog=f"factlint {name}", description=COMMANDS[name], allow_abbrev=False)
    command.options(parser)
    code: int = command.run(parser.parse_intermixed_args(rest))
    return code


def _lines(error: UserError) -> list[str]:
    from checker.reports.safety import plain

    return [plain(line) for line in str(error).split("\n")]


def _say(line: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(line + "\n")


def _quiet_end() -> int:
    """Whoever read our output has gone: say nothing, now or at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


def _internal(error: Exception) -> None:
    import traceback

    _say("".join(traceback.format_exception(error)).rstrip())
    _say(f"factlint: a fault of factlint itself ({type(error).__name__}), not of your sources; please report the above")
