"""What an event cannot be: without claims, or with claims of what none of its slots gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.packs.faults import did_you_mean
from checker.packs.schema import Attribute, Event

Fault = tuple[str, tuple[str | int, ...]]
_NEEDED = ("attribute", "subject", "value")


def of_event(name: str, event: Event, attributes: Mapping[str, Attribute]) -> Iterator[Fault]:
    """Every fault of one event, with the way from it to where it stands."""
    if not event.claims:
        yield f"events.{name}: makes no claims; give at least one", ("claims",)
    if name in attributes:
        yield f"events.{name}: there is an attribute {name!r}; give the event another name", ()
    for index, claim in enumerate(event.claims):
        missing = [key for key in _NEEDED if key not in claim]
        if missing:
            yield f"events.{name}: a claim without {', '.join(missing)}; give it", ("claims", index)
        for key, given in claim.items():
            if key in ("attribute", "status", "modality") or given.startswith("="):
                continue
            for slot in given.rstrip("?").split("/"):
                if slot.partition(".")[0] not in event.slots:
                    hint = did_you_mean(slot, event.slots)
                    yield f"events.{name}: {key} names {slot!r}, which is no slot{hint}", ("claims", index, key)
