"""A session of an editor with ``factlint server``, over its standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Union

from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client

PATIENCE = 20  # seconds


class Session:
    """What an editor does."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client, self.folder = client, folder

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str, text: str | None = None) -> None:
        held = (self.folder / name).read_text(encoding="utf-8") if text is None else text
        item = types.TextDocumentItem(self.uri(name), "plaintext", 1, held)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, name: str, text: str, version: int = 2) -> None:
        document = types.VersionedTextDocumentIdentifier(version=version, uri=self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def shown(self, name: str) -> list[types.Diagnostic]:
        return list(self.client.diagnostics.get(self.uri(name), []))

    async def until(self, holds: Callable[[], Any]) -> None:
        """Wait until something holds; fail if it never does."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0.02)

    async def until_shown(self, name: str, count: int) -> list[types.Diagnostic]:
        await self.until(lambda: len(self.shown(name)) == count and self.uri(name) in self.client.diagnostics)
        return self.shown(name)

    async def actions(self, name: str, diagnostic: types.Diagnostic) -> dict[str, types.CodeAction]:
        asked = types.CodeActionParams(
            self.document(name), diagnostic.range, types.CodeActionContext(diagnostics=[diagnostic])
        )
        found = await self.client.text_document_code_action_async(asked) or []
        return {action.title: action for action in found if isinstance(action, types.CodeAction)}

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Do as an editor does with an edit, on the disk; then say that the files changed."""
        for change in edit.document_changes or []:
            if isinstance(change, types.CreateFile):
                self._path(change.uri).touch()
            if isinstance(change, types.TextDocumentEdit):
                path = self._path(change.text_document.uri)
                lines = path.read_text(encoding="utf-8").split("\n")
                for one in change.edits:
                    assert isinstance(one, types.TextEdit)
                    start, end = one.range.start, one.range.end
                    before = "\n".join([*lines[: start.line], lines[start.line][: start.character]])
                    after = "\n".join([lines[end.line][end.character :], *lines[end.line + 1 :]])
                    path.write_bytes((before + one.new_text + after).encode())
                event = types.FileEvent(change.text_document.uri, types.FileChangeType.Changed)
                self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    def _path(self, uri: str) -> Path:
        return self.folder / uri.rpartition("/")[2]


def _action(client: LanguageClient, found: dict[str, Any]) -> types.Command | types.CodeAction:
    kind = types.Command if isinstance(found.get("command"), str) else types.CodeAction
    return client.protocol._converter.structure(found, kind)


def run(folder: Path, script: Callable[[Session], Awaitable[None]]) -> None:
    """Start a server for a folder, follow the script, and leave as an editor leaves."""

    async def main() -> None:
        client = make_test_lsp_client()
        # the library's own hook takes an action that has a command for a command
        either = types.Command | types.CodeAction
        for kind in (either, Union[types.Command, types.CodeAction]):  # noqa: UP007
            client.protocol._converter.register_structure_hook(kind, lambda o, _: _action(client, o))
        await client.start_io(sys.executable, "-m", "checker", "server", cwd=os.getcwd())
        try:
            await client.initialize_session(
                types.InitializeParams(
                    types.ClientCapabilities(),
                    workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
                    root_uri=folder.as_uri(),
                )
            )
            await script(Session(client, folder))
            await client.shutdown_session()
            assert client._server is not None and client._server.returncode == 0
        finally:
            await client.stop()

    asyncio.run(asyncio.wait_for(main(), 3 * PATIENCE))
