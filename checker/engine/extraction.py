"""From a document to its claims: what every engine runs for each source, wherever that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from checker.errors import UserError
from checker.ledger.records import Read
from checker.model import Skipped, Source
from checker.packs import Packs

Reader = Callable[[Source | Skipped], list[Read]]


def reader(rules: Packs) -> Reader:
    """What gives the claims of a source; a fault of ours in one source does not cost the others."""
    from checker.claims.extract import extract
    from checker.claims.reading import compile_reading
    from checker.mentions import find

    reading = compile_reading(rules)

    def claims_of(item: Source | Skipped) -> list[Read]:
        if isinstance(item, Skipped):
            return [(item, [])]
        bare = replace(item, raw="", parts=[])
        try:
            return [(bare, extract(find(item), reading))]
        except Exception as error:  # noqa: BLE001  # whatever it is, it is said, and the exit code is 2
            reason = f"a fault of factlint itself while reading ({type(error).__name__}: {error}); please report it"
            return [(replace(bare, notes=()), []), (Skipped(item.path, 0, reason, fatal=True), [])]

    return claims_of


def documents(file: str, content: bytes | None, text: str | None, published: str | None) -> Iterator[Source | Skipped]:
    """The documents of one file, of its bytes at hand, or of a text at hand; ``published`` wins over what is found."""
    from checker import sources

    if text is not None:
        found = sources.read_text(text, file, "")
    elif content is not None:
        found = sources.read_bytes(content, file)
    else:
        found = _opened(file)
    for item in found:
        yield replace(item, published=published) if published and isinstance(item, Source) else item


def _opened(file: str) -> Iterator[Source | Skipped]:
    """The documents of a file; of one that this machine does not see, that it does not."""
    from checker import sources

    try:
        yield from sources.read(file)
    except UserError as error:
        yield Skipped(file, 0, error.message, fatal=True)
