"""``factlint ledger``: look after what is kept between runs."""

from __future__ import annotations

import argparse

from checker.cli import options as shared

DOINGS = {
    "status": "say what it holds",
    "check": "see whether it is whole",
    "compact": "forget what is no longer needed, and give the room back",
    "export": "write all claims as CSV or Parquet",
    "drop": "remove it; the next check makes a new one",
}


def options(parser: argparse.ArgumentParser) -> None:
    """The options of ``ledger``."""
    told = "; ".join(f"{name}: {about}" for name, about in DOINGS.items())
    parser.add_argument("doing", choices=list(DOINGS), metavar="DOING", help=told)
    parser.add_argument(
        "folder", nargs="?", default="", metavar="FOLDER", help="where .factlint lies (default: as check finds it)"
    )
    parser.add_argument(
        "-f", "--format", choices=["csv", "parquet"], help="of export (default: by the file's name, or csv)"
    )
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="where to export to")
    parser.add_argument("--config", metavar="FILE", help="settings file (default: the nearest)")


def run(args: argparse.Namespace) -> int:
    """Do it; 1 if ``check`` finds something wrong."""
    from checker.config import load
    from checker.ledger import Store, folder_of, upkeep

    folder = args.folder or folder_of(load(args.config, []))
    if args.doing == "drop":
        shared.write("the ledger is removed\n" if upkeep.drop(folder) else "there was no ledger\n")
        return 0
    store = Store(folder, create=False)
    try:
        return _do(store, args)
    finally:
        store.close()


def _do(store: object, args: argparse.Namespace) -> int:
    from checker.ledger import Store, upkeep
    from checker.reports.safety import plain

    assert isinstance(store, Store)
    if args.doing == "check":
        faults = upkeep.check(store)
        shared.write("".join(f"{plain(fault)}\n" for fault in faults) or "the ledger is whole\n")
        return int(bool(faults))
    if args.doing == "compact":
        before, after = upkeep.compact(store)
        shared.write(f"{before / 1e6:,.1f} MB before, {after / 1e6:,.1f} MB now\n")
    elif args.doing == "export":
        _export(store, args)
    else:
        lines = upkeep.status(store)
        width = max(len(name) for name, _ in lines)
        shared.write("".join(f"{plain(name):<{width}}  {plain(value)}\n" for name, value in lines))
    return 0


def _export(store: object, args: argparse.Namespace) -> None:
    from checker.errors import UserError
    from checker.ledger import Store, upkeep

    assert isinstance(store, Store)
    form = args.format or ("parquet" if args.output.endswith(".parquet") else "csv")
    if args.output:
        shared.write(f"{upkeep.export(store, args.output, form):,} claims written to {args.output}\n")
    elif form == "parquet":
        raise UserError("Parquet is not for reading here; name a file with --output")
    else:
        shared.write(upkeep.csv_text(store))
