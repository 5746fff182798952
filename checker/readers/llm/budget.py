"""What reading costs: an estimate before, the sum after, and a limit that is kept in between."""

from __future__ import annotations

from threading import Lock

from msgspec import Struct

from checker.errors import UserError

CHARACTERS = 3.6  # of a token, about
ANSWER = 0.6  # tokens of an answer for each one of the source: claims quote


class Prices(Struct, frozen=True):
    """What a million tokens cost, sent and answered; None is not known."""

    sent: float | None = None
    answered: float | None = None

    def cost(self, sent: float, answered: float) -> float | None:
        """The cost of so many tokens."""
        if self.sent is None or self.answered is None:
            return None
        return (sent * self.sent + answered * self.answered) / 1e6


def tokens(text: str) -> int:
    """About how many tokens a text is."""
    return int(len(text) / CHARACTERS) + 1


class Budget:
    """The tokens of a run. Safe to use from several threads."""

    def __init__(self, prices: Prices, most: float | None) -> None:
        if most is not None and prices.cost(1, 1) is None:
            raise UserError(
                "--max-cost needs the model's prices: give --price IN,OUT for a million tokens sent and answered"
            )
        self.prices, self.most = prices, most
        self.requests = self.sent = self.answered = self.kept = 0
        self._reserved = 0.0
        self._lock = Lock()

    def estimate(self, prompts: list[tuple[str, str]]) -> tuple[int, float | None]:
        """(tokens, cost) of sending these (instructions, message)."""
        sent = sum(tokens(head) + tokens(text) for head, text in prompts)
        answered = sum(_answer(text) for _, text in prompts)
        return sent + answered, self.prices.cost(sent, answered)

    def reserve(self, head: str, text: str) -> float | None:
        """Set aside what a request may cost: what to give back when it is done, or None if that is too much."""
        cost = self.prices.cost(tokens(head) + tokens(text), _answer(text)) or 0.0
        with self._lock:
            spent = self.prices.cost(self.sent, self.answered) or 0.0
            if self.most is not None and spent + self._reserved + cost > self.most:
                return None
            self._reserved += cost
            return cost

    def spend(self, reserved: float, sent: int, answered: int) -> None:
        """A request is done: what it did cost."""
        with self._lock:
            self._reserved -= reserved
            self.sent, self.answered = self.sent + sent, self.answered + answered
            self.requests += bool(sent)

    def reuse(self) -> None:
        """An answer that was paid for before is used again."""
        with self._lock:
            self.kept += 1

    def sum(self) -> str:
        """What it came to, for people."""
        cost = self.prices.cost(self.sent, self.answered)
        said = f"{self.requests:,} requests, {self.sent:,} tokens sent, {self.answered:,} answered"
        said += f", {self.kept:,} answers from before" if self.kept else ""
        return said + (f", cost {cost:.4f}" if cost is not None else "")


def _answer(text: str) -> int:
    return int(tokens(text) * ANSWER) + 100
