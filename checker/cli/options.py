"""Options that several commands share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec.structs import replace

from checker.config import BASELINE, LOCK, SEVERITIES, Settings, did_you_mean, load
from checker.errors import UserError
from checker.model import Skipped, Unbelieved

if TYPE_CHECKING:
    from checker.asked import Asked

argparse._ = str  # type: ignore[attr-defined]  # English like the rest; to look for translations takes 2 ms
STDIN_FORMATS = ["text", "markdown", "html", "csv", "tsv", "json", "jsonl"]


class _Quick(argparse.HelpFormatter):
    """For a parser that is not asked for help: each option is formatted to try it, without a look at the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, like all others."""

    def __init__(self, *, helps: bool = True, **given: Any) -> None:
        super().__init__(**given, formatter_class=argparse.HelpFormatter if helps else _Quick)
        if not helps:
            self.usage = self.prog  # else it is laid out before the options are looked at

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message}{self._nearest(message)} ({self.prog} --help lists the options)")

    def _nearest(self, message: str) -> str:
        words = [w for w in message.split() if w.startswith("--")]
        return (
            did_you_mean(words[0].partition("=")[0], self._option_string_actions)
            if "unrecognized" in message and words
            else ""
        )


def sources(parser: argparse.ArgumentParser) -> None:
    """Which sources, and how they are read."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders (default: .); - reads standard input"
    )
    parser.add_argument(
        "--stdin-format",
        default="text",
        choices=STDIN_FORMATS,
        metavar="FORMAT",
        help="what standard input holds: %(choices)s (default: %(default)s)",
    )
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="leave out such files of folders"
    )


def rules(parser: argparse.ArgumentParser) -> None:
    """Which settings and packs."""
    parser.add_argument("--config", metavar="FILE", help="settings file (default: the nearest)")
    parser.add_argument(
        "--rules", action="append", default=[], metavar="PATH", help="a rule pack of your own, or a folder"
    )
    parser.add_argument("--no-shipped-rules", action="store_true", help="use your own packs alone")
    parser.add_argument("--entities", metavar="FILE", help="names, aliases and names to keep apart")


def baseline(parser: argparse.ArgumentParser) -> None:
    """Which findings are known already."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--baseline", metavar="FILE", help=f"accepted findings (default: {BASELINE}, if there is one)")
    group.add_argument("--no-baseline", action="store_true", help="report accepted findings like all others")


def readers(parser: argparse.ArgumentParser) -> None:
    """Who reads, and what is kept of it."""
    group = parser.add_argument_group("readers")
    group.add_argument(
        "--reader",
        action="append",
        default=[],
        metavar="NAME",
        help="who reads: rules (the default), llm (a language model), or one of a plug-in; may come again",
    )
    group.add_argument("--model", metavar="NAME", help="llm: the model (default: of the settings, or $FACTLINT_MODEL)")
    group.add_argument(
        "--base-url", metavar="URL", help="llm: another server of the protocol, as http://localhost:11434/v1"
    )
    group.add_argument("--price", metavar="IN,OUT", help="llm: what a million tokens cost, sent and answered")
    group.add_argument("--max-cost", type=_cost, metavar="SUM", help="llm: send nothing that may cost more in all")
    held = group.add_mutually_exclusive_group()
    held.add_argument("--lock", metavar="FILE", help=f"claims that are kept (default: {LOCK}, if there is one)")
    held.add_argument("--no-lock", action="store_true", help="read anew what is locked too")


def _cost(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ValueError
    return value


def asked(args: argparse.Namespace) -> Asked:
    """The readers that are asked for, and what the command line says to them."""
    from checker.asked import Asked

    named = tuple(dict.fromkeys(words(args.reader))) or ("rules",)
    if named != ("rules",):
        from checker.readers.opening import check

        check(named)
    said = {"model": args.model, "base-url": args.base_url, "max-cost": args.max_cost, "price": _prices(args.price)}
    options: dict[str, dict[str, Any]] = {"llm": {key: value for key, value in said.items() if value is not None}}
    if options["llm"] and "llm" not in named:
        raise UserError(f"--{sorted(options['llm'])[0]} is for --reader llm, which is not asked for")
    if getattr(args, "claims", None):
        options["claims"] = {"file": args.claims}
    return Asked(named, options, (lambda _: None) if args.quiet else say)


def _prices(text: str | None) -> list[float] | None:
    if text is None:
        return None
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise UserError(f"--price {text!r}: give two numbers, as 0.4,1.6") from None


def say(text: str) -> None:
    """Something for people, on standard error."""
    from checker.reports.safety import plain

    sys.stderr.write(f"factlint: {plain(text)}\n")


def loudness(parser: argparse.ArgumentParser) -> None:
    """How much is said."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("-q", "--quiet", action="store_true", help="no warnings")
    group.add_argument(
        "-v", "--verbose", action="store_true", help="more: agreements too, and which settings and packs are used"
    )


def settings(args: argparse.Namespace) -> Settings:
    """The settings file's settings with the command line's over them."""
    found = load(args.config, getattr(args, "paths", []))
    given: dict[str, Any] = {
        "rules": (*found.rules, *args.rules),
        "shipped_rules": found.shipped_rules and not args.no_shipped_rules,
        "entities": args.entities or found.entities,
        "exclude": (*found.exclude, *getattr(args, "exclude", [])),
        "select": words(getattr(args, "select", [])) or found.select,
        "ignore": (*found.ignore, *words(getattr(args, "ignore", []))),
        "ledger": found.ledger and not getattr(args, "no_ledger", False),
        "fail_on": getattr(args, "fail_on", None) or found.fail_on,
        "lock": "" if getattr(args, "no_lock", False) else getattr(args, "lock", None) or found.lock,
        "baseline": "" if getattr(args, "no_baseline", False) else getattr(args, "baseline", None) or found.baseline,
    }
    return replace(found, **given)


def words(given: Sequence[str]) -> tuple[str, ...]:
    """Words given one by one or with commas between."""
    return tuple(word.strip() for part in given for word in part.split(",") if word.strip())


def ledger(parser: argparse.ArgumentParser) -> None:
    """Whether what was read is remembered."""
    parser.add_argument("--no-ledger", action="store_true", help="neither use nor keep what earlier runs have read")


def severities(parser: argparse.ArgumentParser) -> None:
    """What is reported, and what counts."""
    parser.add_argument(
        "--select", action="append", default=[], metavar="RULES", help="report these alone: ids, names or attributes"
    )
    parser.add_argument("--ignore", action="append", default=[], metavar="RULES", help="don't report these")
    parser.add_argument(
        "--fail-on",
        choices=[*SEVERITIES, "never"],
        metavar="SEVERITY",
        help="exit with 1 from this severity on: %(choices)s (default: warning)",
    )


def warn(skipped: Sequence[Skipped], *, quiet: bool) -> None:
    """Say on standard error what was not read, and why; with ``quiet`` only what somebody asked for by name."""
    from checker.reports.safety import plain

    for item in skipped:
        if item.fatal or not quiet:
            place = ":".join(str(part) for part in (item.path, item.line) if part)
            sys.stderr.write(f"factlint: {plain(f'{place}: {item.reason}' if place else item.reason)}\n")


def doubt(unbelieved: Iterable[Unbelieved], *, verbose: bool) -> None:
    """Say on standard error, if somebody wants to know more, which claims are not believed."""
    if verbose:
        from checker.reports.words import doubts

        warn(doubts(unbelieved), quiet=False)


def write(text: str) -> None:
    """Write to standard output, as UTF-8 whatever the locale."""
    if sys.stdout is None:
        raise UserError("standard output is closed; open it, or name a file with --output")
    data = text.encode("utf-8", "replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError(f"standard output cannot be written: {error.strerror}") from None
