"""``--reader llm``: a source is sent to a model in parts, and what it answers is held against the source."""

from __future__ import annotations

import os
from collections.abc import Mapping
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from checker.errors import UserError
from checker.model import Skipped, Source
from checker.packs import Packs
from checker.readers.interface import Options, Outcome
from checker.readers.llm.answers import Answer, Answers
from checker.readers.llm.budget import Budget, Prices, tokens
from checker.readers.llm.parts import OVERLAP, SIZE, parts
from checker.readers.llm.places import place
from checker.readers.llm.prompt import fingerprint, instructions, schema
from checker.readers.llm.provider import BROKEN, EndedError, FaultError, Provider
from checker.readers.llm.salvage import claims_in

if TYPE_CHECKING:
    from checker.claims.reading import Reading as ReadingRules

_ASKED = 3  # times, while answers break off
AGAIN = (BROKEN, "the answer breaks", "the answer is not")
_WORDS = {
    "model": str, "base-url": str, "key-env": str, "workers": int, "per-minute": float, "price": list,
    "max-cost": float, "part": int, "overlap": int, "tries": int, "timeout": float, "pause": float,
}  # fmt: skip


def open_reader(options: Options) -> LlmReader:
    """The reader, as settings say. Raises UserError for settings that are missing or not understood."""
    return LlmReader(options)


class LlmReader:
    """Asks a model for the claims of a source; what does not stand in the source is refused."""

    name = "llm"

    def __init__(self, options: Options) -> None:
        given = _checked(options.settings)
        self.rules: Packs = options.rules
        self.model = given.get("model") or os.environ.get("FACTLINT_MODEL", "")
        if not self.model:
            raise UserError("--reader llm needs a model: --model NAME, or model under [readers.llm] of the settings")
        self.workers = max(1, given.get("workers", 4))
        self._size, self._overlap = _sizes(given)
        self._stop = Event()
        self._provider = Provider(place(given, self.model, options.asked), self._stop)
        self._budget = Budget(_prices(given.get("price")), given.get("max-cost"))
        self._answers = Answers(options.folder)
        self._instructions, self._schema = instructions(self.rules), schema(self.rules)
        self._print = fingerprint(self.rules)
        self._tell = options.tell
        self._own: ReadingRules | None = None

    def stamp(self) -> Mapping[str, str]:
        """The model and a hash of what it is asked."""
        return {"model": self.model, "prompt": self._print}

    def expect(self, sources: list[Source]) -> None:
        """Say what is going to be sent where, and what it may cost; refuse what costs more than the limit."""
        wanted = [(self._instructions, text) for s in sources for text in self._parts(s) if self._known(text) is None]
        count, cost = self._budget.estimate(wanted)
        if not wanted:
            return
        price = f", cost about {cost:.4f}" if cost is not None else ""
        where = urlsplit(self._provider.place.url or "https://api.openai.com").hostname
        self._tell(f"llm: {len(wanted):,} requests to {self.model} at {where}, about {count:,} tokens{price}")
        most = self._budget.most
        if most is not None and cost is not None and cost > most:
            raise UserError(
                f"llm: this may cost {cost:.4f}, more than --max-cost {most:g}; raise it, or name fewer sources"
            )

    def read(self, source: Source) -> Outcome:
        """The claims of a source that hold."""
        entries: list[Any] = []
        notes: list[Skipped] = []
        texts = self._parts(source)
        for number, text in enumerate(texts, 1):
            where = f" (part {number} of {len(texts)})" if len(texts) > 1 else ""
            found, fault = self._answered(text)
            entries += found
            if fault:
                notes.append(Skipped(source.path, 0, f"llm: {fault}{where}", fatal=True))
        return Outcome([], [], notes, whole=not notes, later=lambda: self._grounded(source, entries))

    def _answered(self, text: str) -> tuple[list[Any], str]:
        """The claims that a model lists in a part, and what went wrong."""
        known = self._known(text)
        if known is not None:
            self._budget.reuse()
            found, fault = claims_in(known.text)
            return found, fault or known.fault
        held = self._answers.get(self.model, self._print, _in_part(text))
        entries = claims_in(held.text)[0] if held is not None else []
        fault = ""
        for _ in range(_ASKED):
            answer, fault = self._asked(text)
            found, broken = claims_in(answer.text) if answer.text else ([], "")
            fault = fault or answer.fault or broken
            if not fault:
                self._answers.put(self.model, self._print, text, answer)
                return found, ""
            entries += found
            if not fault.startswith(AGAIN):
                break  # asking again would end as this did
        if entries:
            once = {msgspec.json.encode(entry, order="deterministic"): entry for entry in entries}
            part = msgspec.json.encode({"claims": list(once.values())}).decode()
            self._answers.put(self.model, self._print, _in_part(text), Answer(part))
        return entries, fault

    def _asked(self, text: str) -> tuple[Answer, str]:
        """What the model answers, or why there is no answer; what it cost is counted."""
        reserved = self._budget.reserve(self._instructions, text)
        if reserved is None:
            return Answer(""), "not read: --max-cost is reached"
        answer = Answer("")
        try:
            answer = self._provider.ask(self._instructions, text, self._schema)
        except FaultError as error:
            return answer, str(error)
        except EndedError:
            return answer, "ended before it was read"
        finally:
            self._budget.spend(reserved, *self._counted(answer, text))
        return answer, ""

    def _counted(self, answer: Answer, text: str) -> tuple[int, int]:
        """The tokens of an answer; guessed, where the provider does not count them."""
        if answer.sent or not answer.text:
            return answer.sent, answer.answered
        return tokens(self._instructions) + tokens(text), tokens(answer.text)

    def _known(self, text: str) -> Answer | None:
        return self._answers.get(self.model, self._print, text)

    def _parts(self, source: Source) -> list[str]:
        return parts(source, self._size, self._overlap)

    def _grounded(self, source: Source, entries: list[Any]) -> tuple[Any, Any]:
        from checker.claims.extract import extract
        from checker.claims.reading import compile_reading
        from checker.mentions import find
        from checker.readers.grounding import Grounding

        if not entries:
            return [], []
        if self._own is None:
            self._own = compile_reading(self.rules)
        page = find(source)
        return Grounding(page, self.rules, extract(page, self._own), self.name).hold(entries)

    def stop(self) -> None:
        """End: nothing more is asked; what is being answered is paid for, and may come."""
        self._stop.set()

    def close(self) -> list[Skipped]:
        """What it came to."""
        self._provider.close()
        if self._budget.requests or self._budget.kept:
            self._tell(f"llm: {self._budget.sum()}")
        return []


def _in_part(text: str) -> str:
    """The name under which claims of answers that broke off are kept."""
    return f"{text}\0in part"


def _checked(settings: Mapping[str, Any]) -> dict[str, Any]:
    from checker.config import did_you_mean

    given: dict[str, Any] = {}
    for key, value in settings.items():
        kind: Any = _WORDS.get(key)
        if kind is None:
            raise UserError(f"readers.llm: unknown setting {key!r}{did_you_mean(key, _WORDS)}")
        if value is None:
            continue
        fitting = isinstance(value, (int, float) if kind is float else kind) and not isinstance(value, bool)
        if not fitting or (kind in (int, float) and value < 0):
            raise UserError(f"readers.llm: {key}: {_NAMES[kind]} is needed")
        given[key] = value
    return given


_NAMES = {
    str: "a text",
    int: "a whole number, 0 or more,",
    float: "a number, 0 or more,",
    list: "a list of two numbers",
}


def _sizes(given: dict[str, Any]) -> tuple[int, int]:
    size = max(1_000, given.get("part", SIZE))
    return size, min(given.get("overlap", OVERLAP), size // 2)


def _prices(given: list[Any] | None) -> Prices:
    if given is None:
        return Prices()
    if len(given) != 2 or not all(isinstance(price, (int, float)) and price >= 0 for price in given):
        raise UserError("price: give two numbers, for a million tokens sent and answered, as [0.4, 1.6]")
    return Prices(*map(float, given))
