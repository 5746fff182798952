"""Every pattern of the packs that cannot be, each with the line that holds it; asked when one has turned out so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import ValidationError, convert

from checker.claims.patterns import compile_pattern, unknown_slots
from checker.claims.phrases.compiling import compile_phrase
from checker.errors import Faults, UserError
from checker.packs.document import Document
from checker.packs.faults import did_you_mean

Types = Mapping[str, str]
_SHOWN = 100  # characters of a pattern in a message


def refused(error: UserError, packs: Any, types_of: Callable[[str, Any], Types]) -> UserError:
    """All faults of these packs' patterns as one error; ``error`` itself where none is found again."""
    found = [*_faults(packs, types_of)]
    return Faults(found) if found else error


def with_patterns(error: UserError, files: Sequence[str]) -> UserError:
    """The faults of packs that could not be loaded, and those of their patterns, so that one run says all."""
    patterns = [fault for path in files for fault in _of_file(path)]
    told = {(fault.path, fault.line, fault.column) for fault in patterns}
    others = error.found if isinstance(error, Faults) else [error]
    found = [*(fault for fault in others if (fault.path, fault.line, fault.column) not in told), *patterns]
    order = {path: place for place, path in enumerate(files)}
    return Faults(sorted(found, key=lambda fault: (order.get(fault.path, -1), fault.line, fault.column)))


def _of_file(path: str) -> Iterator[UserError]:
    """Faults of the patterns of one file, as far as its attributes and events can be read by themselves."""
    from checker.claims.reading import slots_of
    from checker.packs.schema import Attribute, Event

    try:
        document = Document(Path(path).read_bytes().decode("utf-8-sig", "replace"), path)
    except (UserError, OSError):
        return
    for section, shape in (("attributes", Attribute), ("events", Event)):
        entries = document.data.get(section) if isinstance(document.data, dict) else None
        for name, given in entries.items() if isinstance(entries, dict) else ():
            try:
                entry: Any = convert(given, shape)
            except ValidationError:
                continue
            types = slots_of(name, entry) if isinstance(entry, Attribute) else entry.slots
            for key in ("clauses", "phrases"):
                for index, text in enumerate(getattr(entry, key)):
                    fault = of_pattern(text, key, types)
                    if fault:
                        yield UserError(fault, path, *document.at((section, name, key, index)))


def _faults(packs: Any, types_of: Callable[[str, Any], Types]) -> Iterator[UserError]:
    documents = [Document(Path(path).read_bytes().decode("utf-8-sig", "replace"), path) for path in packs.files]
    for section, held in (("attributes", packs.attributes), ("events", packs.events)):
        for name, entry in held.items():
            types = types_of(name, entry) if section == "attributes" else entry.slots
            for key in ("clauses", "phrases"):
                for text in getattr(entry, key):
                    fault = of_pattern(text, key, types)
                    if fault:
                        yield _placed(fault, text, documents, section, name, key)


def of_pattern(text: str, key: str, types: Types) -> str:
    """What is wrong with one pattern, or ""."""
    try:
        if key == "phrases":
            compile_phrase(text, dict(types))
            return ""
        wrong = unknown_slots(compile_pattern(text), types)
    except UserError as error:
        return error.message.replace(text, _short(text))
    except RecursionError:
        return f'pattern "{_short(text)}" has too many brackets in each other'
    hint = did_you_mean(wrong[0], types) if wrong else ""
    return f'pattern "{_short(text)}" names {{{wrong[0]}}}, which is no slot here{hint}' if wrong else ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _placed(fault: str, text: str, documents: list[Document], section: str, name: str, key: str) -> UserError:
    for document in documents:
        entry = document.data.get(section, {}).get(name, {})
        if text in entry.get(key, []):
            return UserError(fault, document.path, *document.at((section, name, key, entry[key].index(text))))
    return UserError(fault)
