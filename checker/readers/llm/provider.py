"""One question to a provider: by the ``openai`` SDK, which speaks to every server of that protocol.

The SDK carries, authorises and decodes; what is tried again, and when, is decided here, so that waiting can be ended by
Ctrl-C and a limit on the rate holds for all threads. Answers are streamed: one that breaks off is kept as far as it
came, one that has no end is ended.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from threading import Event, Lock
from typing import Any

from msgspec import Struct

from checker.errors import UserError
from checker.readers.llm.answers import Answer
from checker.readers.llm.secrets import without_keys

LONGEST = 600_000  # characters of an answer
BROKEN = "the answer broke off"
_CUT = "the answer was cut at the model's longest; set a smaller part under [readers.llm]"
_PASSING = frozenset((408, 409, 425, 429))  # answers that a later try may not get; all of 500 and above too


class Place(Struct, frozen=True):
    """Where a model is asked, and how. Times in seconds; ``per_minute`` 0 is no limit."""

    model: str
    url: str = ""
    key: str = ""
    tries: int = 6
    timeout: float = 120.0  # without a word from the provider
    longest: float = 900.0  # for a whole answer
    per_minute: float = 0.0
    pause: float = 1.0  # before the second try; doubled each time


class FaultError(Exception):
    """A question that got no answer, in one line."""


class EndedError(Exception):
    """Somebody ended the run."""


class Provider:
    """A model that can be asked, from several threads."""

    def __init__(self, place: Place, stop: Event) -> None:
        try:
            import openai
        except ImportError:
            raise UserError("--reader llm needs the openai package; pip install 'factlint[llm]'") from None
        self.place, self._stop, self._openai = place, stop, openai
        self._free, self._lock = 0.0, Lock()
        self._structured = "json_schema"
        try:
            self._client = openai.OpenAI(
                api_key=place.key or "none", base_url=place.url or None, max_retries=0, timeout=place.timeout
            )
        except Exception as error:  # noqa: BLE001  # whatever the SDK makes of an address
            raise UserError(f"llm: {self._plain(error)}") from None

    def ask(self, instructions: str, message: str, schema: Mapping[str, Any]) -> Answer:
        """The answer. Raises FaultError when there is none after all tries, UserError for what no try will mend."""
        for number in range(1, self.place.tries + 1):
            self._wait_for_turn()
            try:
                return self._once(instructions, message, schema)
            except self._openai.APIStatusError as error:
                pause = self._judge(error, number)
            except self._openai.APIConnectionError as error:
                pause = self._again(number, None, self._unreachable(error))
            except self._openai.APIError as error:
                pause = self._again(number, None, self._plain(error))
            self._pause(pause)
        raise FaultError("no answer")  # the last try raises before

    def _once(self, instructions: str, message: str, schema: Mapping[str, Any]) -> Answer:
        options: dict[str, Any] = {
            "model": self.place.model,
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": message}],
            "stream": True,
        }
        if self._structured != "plain":
            options["stream_options"] = {"include_usage": True}
        if self._structured == "json_schema":
            shape = {"name": "claims", "strict": True, "schema": schema}
            options["response_format"] = {"type": "json_schema", "json_schema": shape}
        raw = self._client.chat.completions.with_raw_response.create(**options)
        if "json" in raw.headers.get("content-type", ""):  # a server that does not stream
            return _entire(raw.http_response.read())
        return self._streamed(raw.parse())

    def _streamed(self, stream: Any) -> Answer:
        pieces: list[str] = []
        length, usage, finish, began = 0, None, "", time.monotonic()
        fault = ""
        try:
            for event in stream:
                usage = getattr(event, "usage", None) or usage
                for choice in getattr(event, "choices", None) or ():
                    pieces.append(getattr(choice.delta, "content", None) or "")
                    finish = choice.finish_reason or finish
                    length += len(pieces[-1])
                if length > LONGEST or time.monotonic() - began > self.place.longest:
                    fault = f"the answer had no end; ended after {length:,} characters"
                    break
        except Exception as error:  # noqa: BLE001  # a broken stream has many names; what came before it counts
            fault = f"{BROKEN}: {self._plain(error)}"
            if not pieces:
                raise self._openai.APIConnectionError(message=fault, request=None) from None  # type: ignore[arg-type]
        finally:
            stream.close()
        if not fault and finish == "length":
            fault = _CUT
        if not fault and not finish:
            fault = BROKEN
        counted = (usage.prompt_tokens, usage.completion_tokens) if usage is not None else (0, 0)
        return Answer("".join(pieces), counted[0], counted[1], fault)

    def _judge(self, error: Any, number: int) -> float:
        """How long to wait after an answer that is an error; raises where waiting is of no use."""
        status, said = error.status_code, self._plain(error)
        if status == 401:
            raise UserError(f"llm: the provider does not take the key ({_KEYS})") from None
        if status == 403:
            raise UserError(f"llm: the key may not use {self.place.model!r} (403): {said}") from None
        if status == 404:
            raise UserError(f"llm: no model {self.place.model!r} at this address (404): {said}") from None
        if status in (400, 422) and self._structured != "plain":
            self._structured = "plain"  # older servers know no schemas: the instructions say the shape too
            return 0.0
        if status in _PASSING or status >= 500:
            return self._again(number, _seconds(error.response.headers.get("retry-after")), f"{status}: {said}")
        raise FaultError(f"the provider answers {status}: {said}") from None

    def _again(self, number: int, told: float | None, said: str) -> float:
        if number >= self.place.tries:
            raise FaultError(f"no answer after {number} tries: {said}") from None
        pause = self.place.pause * 2 ** (number - 1)
        pause = told if told is not None else pause * (0.75 + random.random() / 2)
        if told is not None:
            with self._lock:  # a limit on the rate is everybody's
                self._free = max(self._free, time.monotonic() + told)
        return min(pause, 60.0)

    def _wait_for_turn(self) -> None:
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._free)
            if self.place.per_minute:
                self._free = turn + 60.0 / self.place.per_minute
        self._pause(turn - now)

    def _pause(self, seconds: float) -> None:
        if self._stop.wait(max(0.0, seconds)) or self._stop.is_set():
            raise EndedError

    def _unreachable(self, error: Exception) -> str:
        cause = error.__cause__ or error
        return f"{self._client.base_url.host} cannot be reached: {self._plain(cause)}"

    def _plain(self, error: BaseException) -> str:
        body = getattr(error, "body", None)
        said = body.get("message") if isinstance(body, dict) else None
        return without_keys(str(said or getattr(error, "message", "") or error), self.place.key)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()


_KEYS = "set FACTLINT_API_KEY, or OPENAI_API_KEY, to one that it takes"


def _entire(data: bytes) -> Answer:
    """The answer of a server that gives it in one piece."""
    import json

    try:
        told = json.loads(data)
        choice, usage = told["choices"][0], told.get("usage") or {}
        cut = choice.get("finish_reason") == "length"
        return Answer(
            choice["message"]["content"] or "", int(usage.get("prompt_tokens") or 0),
            int(usage.get("completion_tokens") or 0), _CUT if cut else "",
        )  # fmt: skip
    except (ValueError, KeyError, IndexError, TypeError):
        return Answer("", fault="the provider's answer is not in its protocol")


def _seconds(text: str | None) -> float | None:
    """A Retry-After in seconds; dates are left to the usual pause."""
    try:
        return max(0.0, float(text)) if text else None
    except ValueError:
        return None
