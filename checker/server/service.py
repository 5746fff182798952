"""The server: what the editor tells it, what it answers, and when it compares anew."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from checker import __version__
from checker.errors import UserError
from checker.model import Report
from checker.reports.safety import plain
from checker.server import facts
from checker.server.actions import OPEN, actions
from checker.server.diagnostics import diagnostics
from checker.server.index import Index
from checker.server.texts import Texts, path_of

PAUSE = 0.2  # seconds of quiet before a change is looked at
LONGEST = 3.0
_SETTINGS = (".toml", ".yaml", ".yml")
_EMPTY = Report((), (), ())


class Service(LanguageServer):
    """One editor's server. Reading and comparing run in a thread beside the loop, one run after the other."""

    def __init__(self, config: str | None = None) -> None:
        super().__init__("factlint", __version__)
        self.config = config
        self.index: Index | None = None
        self.report = _EMPTY
        self._changed: dict[str, str | None] = {}
        self._anew = True
        self._turn = 0
        self._cost = 0.0  # seconds that the last comparison took
        self._published: set[str] = set()
        self._busy = asyncio.Lock()
        register(self)

    def texts(self) -> Texts:
        """The lines of files as they now are."""
        return Texts(self.workspace)

    def enter(self, folder: str | None) -> None:
        """Work in this folder: paths are shown, and the baseline's are kept, relative to it."""
        if folder and os.path.isdir(folder):
            os.chdir(folder)

    def changed(self, uri: str, text: str | None) -> None:
        """A file's text is now this, or (None) what lies on the disk."""
        path = path_of(uri)
        if any(part.startswith(".") and part != ".." for part in path.split("/")):
            return  # what git, the ledger and the editor keep is no source
        if path.endswith(_SETTINGS) or os.path.basename(path).endswith("baseline.jsonl"):
            self._anew = self._anew or text is None
        elif path:
            self._changed[path] = text

    async def look(self, pause: float | None = None) -> None:
        """After a pause without changes (longer where comparing costs more): read, compare, show what is found."""
        self._turn += 1
        turn = self._turn
        await asyncio.sleep(min(max(PAUSE, self._cost), LONGEST) if pause is None else pause)
        if turn != self._turn:
            return  # somebody typed on: the last change is the one that counts
        async with self._busy:
            anew, self._anew = self._anew, False
            changed, self._changed = self._changed, {}
            began = time.monotonic()
            try:
                self.report = await asyncio.to_thread(self._compared, anew, changed)
            except UserError as error:
                self._anew = True
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, plain(f"factlint: {error}")))
                return
            self._cost = time.monotonic() - began
            self._publish()

    def _compared(self, anew: bool, changed: dict[str, str | None]) -> Report:
        if anew or self.index is None:
            self.index = Index(self.config)
            self.index.read_all()
            changed = {path_of(uri): d.source for uri, d in self.workspace.text_documents.items()} | changed
        self.index.update(changed)
        return self.index.report()

    def _publish(self) -> None:
        found = diagnostics(self.report, self.texts())
        for path in sorted(self._published - found.keys()):
            found[path] = []
        self._published = {path for path, items in found.items() if items}
        for path, items in found.items():
            uri = uris.from_fs_path(os.path.abspath(path)) or ""
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items))


def register(server: Service) -> None:
    """What is done on each message."""

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        folders = [uris.to_fs_path(folder.uri) for folder in server.workspace.folders.values()]
        server.enter(server.workspace.root_path or next(iter(folders), None))
        watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*")])
        if _watches(server):
            registration = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched)
            await server.client_register_capability_async(types.RegistrationParams([registration]))
        await server.look(0)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.changed(params.text_document.uri, params.text_document.text)
        await server.look()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def typed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.changed(uri, server.workspace.get_text_document(uri).source)
        await server.look()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        if path_of(uri).endswith((*_SETTINGS, ".jsonl")):
            server.changed(uri, None)
        await server.look()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.changed(params.text_document.uri, None)
        await server.look()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def moved(params: types.DidChangeWatchedFilesParams) -> None:
        held = server.workspace.text_documents
        for event in params.changes:
            if event.uri not in held or path_of(event.uri).endswith((*_SETTINGS, ".jsonl")):
                server.changed(event.uri, None)
        await server.look()

    register_questions(server)


def register_questions(server: Service) -> None:
    """What is answered."""

    def at(params: Any) -> tuple[str, tuple[int, int], Texts]:
        path, texts = path_of(params.text_document.uri), server.texts()
        return path, texts.place(path, params.position), texts

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        path, place, texts = at(params)
        return facts.hover(server.report, path, place, texts)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> list[types.Location]:
        path, place, texts = at(params)
        return [texts.location(claim) for claim in facts.elsewhere(server.report, path, place)]

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        path, place, texts = at(params)
        own = [c for _, c in facts.under(server.report, path, place)] if params.context.include_declaration else []
        found = {(c.source, c.span): c for c in (*own, *facts.elsewhere(server.report, path, place))}
        return [texts.location(claim) for claim in found.values()]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def act(params: types.CodeActionParams) -> list[types.CodeAction]:
        if server.index is None:
            return []
        path = path_of(params.text_document.uri)
        return actions(server.report, server.index.settings, server.texts(), params, path)

    @server.command(OPEN)
    async def show(uri: str, where: types.Range) -> None:
        await server.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True, selection=where))


def _watches(server: Service) -> bool:
    asked = server.client_capabilities.workspace
    files = asked.did_change_watched_files if asked else None
    return bool(files and files.dynamic_registration)
