"""A provider on the loopback that speaks the protocol of chat completions, and misbehaves when told to.

``Provider(answer)`` calls ``answer(question)`` for what the model says; ``faults`` are played first, one a request.
``Replay`` answers with recorded claims, each quoting the line it was recorded at.

    python -m tests.readers.provider RECORDED CORPORA [PORT]

serves the recordings of a folder for the sources of another.
"""

from __future__ import annotations

import json
import re
import socket
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

KEY = "sk-test-0123456789abcdef"
Answer = Callable[["Question"], Any]


class Question:
    """One request, as the provider sees it."""

    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        self.text: str = body["messages"][-1]["content"]
        self.name = re.search(r"^Document: (.*)$", self.text, re.M)[1]
        self.lines = dict(self._lines())

    def _lines(self):
        inside = self.text.partition("<document>\n")[2].rpartition("\n</document>")[0]
        for line in inside.split("\n"):
            number, tab, text = line.partition("\t")
            if tab and number.isdigit():
                yield int(number), text


class Provider:
    """The server; ``url`` is its address. ``questions`` are the requests it answered, ``seen`` all of them."""

    def __init__(self, answer: Answer, faults: list[str] | None = None, key: str = KEY, stream: bool = True) -> None:
        self.answer, self.faults, self.key, self.stream = answer, list(faults or []), key, stream
        self.questions: list[Question] = []
        self.seen: list[dict[str, str]] = []
        self.most_at_once = self._now = 0
        self.lock = threading.Lock()
        provider = self

        class Handler(_Handler):
            server_provider = provider

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Provider:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def enter(self) -> None:
        with self.lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)

    def leave(self) -> None:
        with self.lock:
            self._now -= 1

    def next_fault(self) -> str:
        with self.lock:
            return self.faults.pop(0) if self.faults else ""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Whoever asked has gone: nothing to say."""


class _Handler(BaseHTTPRequestHandler):
    server_provider: Provider
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        provider = self.server_provider
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with provider.lock:
            provider.seen.append(dict(self.headers))
        if provider.key and self.headers.get("Authorization") != f"Bearer {provider.key}":
            given = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
            self.error(401, f"Incorrect API key provided: {given}.")
            return
        provider.enter()
        try:
            self.respond(body)
        finally:
            provider.leave()

    def respond(self, body: dict[str, Any]) -> None:
        provider, fault = self.server_provider, self.server_provider.next_fault()
        if fault.startswith("429"):
            self.error(429, "Rate limit reached", {"Retry-After": fault.partition(" ")[2] or "0"})
            return
        if fault.isdigit():
            self.error(int(fault), f"the server had an error; your key {provider.key} is fine")
            return
        if fault == "drop":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        question = Question(body)
        said = provider.answer(question)
        with provider.lock:
            provider.questions.append(question)
        text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
        if fault == "invalid":
            text = text[: len(text) // 2] + "}]]"
        if fault == "prose":
            text = "I am sorry, but I cannot do that."
        if provider.stream and body.get("stream"):
            self.streamed(text, fault)
        else:
            self.whole(text)

    def error(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        data = json.dumps({"error": {"message": message, "type": "error", "code": None}}).encode()
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(data)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def whole(self, text: str) -> None:
        message = {"role": "assistant", "content": text}
        data = json.dumps(
            {"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
             "usage": {"prompt_tokens": 1000, "completion_tokens": 500, "total_tokens": 1500}}
        ).encode()  # fmt: skip
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def streamed(self, text: str, fault: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        size = 4000
        pieces = [text[at : at + size] for at in range(0, len(text), size)] or [""]
        for n, piece in enumerate(pieces):
            if fault == "cut" and n >= max(1, len(pieces) // 2):
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.event({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
        while fault == "endless":
            self.event({"choices": [{"index": 0, "delta": {"content": " " * 50_000}, "finish_reason": None}]})
        finish = "length" if fault == "length" else "stop"
        self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
        self.event({"choices": [], "usage": {"prompt_tokens": 1000, "completion_tokens": 500, "total_tokens": 1500}})
        self.chunk(b"data: [DONE]\n\n")
        self.chunk(b"")

    def event(self, content: dict[str, Any]) -> None:
        event = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "recorded", **content}
        self.chunk(b"data: " + json.dumps(event).encode() + b"\n\n")

    def chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()


class Replay:
    """Answers with what was recorded of a source (found by its name), each claim quoting the line it stands in."""

    def __init__(self, recorded: Path, corpora: Path) -> None:
        self._claims: dict[str, list[tuple[list[str], list[dict[str, Any]]]]] = {}
        for file in sorted(recorded.glob("*.json")):
            held = json.loads(file.read_text(encoding="utf-8"))
            for name, source in held["sources"].items():
                text = (corpora / held["topic"] / "sources" / name).read_text(encoding="utf-8")
                self._claims.setdefault(name, []).append((text.split("\n"), source["claims"]))

    def __call__(self, question: Question) -> dict[str, Any]:
        best = max(self._claims.get(question.name, [([], [])]), key=lambda one: self._shared(one[0], question))
        lines, claims = best
        return {"claims": [{**claim, "quote": lines[claim["line"] - 1].strip()} for claim in claims]}

    @staticmethod
    def _shared(lines: list[str], question: Question) -> int:
        there = set(re.findall(r"\w+", " ".join(lines)))
        asked = {word for text in question.lines.values() for word in re.findall(r"\w+", text)}
        return 2 * len(there & asked) - len(there)


def main() -> None:
    """Serve recordings until somebody ends it."""
    recorded, corpora = Path(sys.argv[1]), Path(sys.argv[2])
    with Provider(Replay(recorded, corpora), key="") as provider:
        print(provider.url, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
