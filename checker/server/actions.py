"""What can be done about a finding where it is shown: accept it with a reason, join two names, open a source."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from checker.baseline import Acceptance, dump, load, today
from checker.baseline.record import entry
from checker.config import BASELINE, Settings
from checker.model import Finding, Report
from checker.reports.places import places
from checker.reports.quotes import said
from checker.reports.safety import plain
from checker.server.names import Files, alias_edits
from checker.server.texts import Texts, uri_of

OPEN = "factlint.open"  # a command: arguments are a URI and a range
MOST = 5  # other places offered: one of each position comes first
REASONS = ("both are right", "known, and being corrected", "the other source is wrong and stays as it is")
_NAMES = ("person", "organization")
_START = types.Range(types.Position(0, 0), types.Position(0, 0))


def actions(
    report: Report, settings: Settings, texts: Texts, asked: types.CodeActionParams, path: str
) -> list[types.CodeAction]:
    """The actions on the findings that are asked about."""
    shown = {
        d.data["finding"]: d for d in asked.context.diagnostics if isinstance(d.data, dict) and "finding" in d.data
    }
    found = []
    for finding in report.findings:
        if finding.id in shown or (not shown and _touches(finding, path, asked.range, texts)):
            on = [shown[finding.id]] if finding.id in shown else []
            for action in _of(finding, settings, texts, path):
                action.diagnostics = on
                found.append(action)
    return found


def _of(finding: Finding, settings: Settings, texts: Texts, path: str) -> Iterator[types.CodeAction]:
    if finding.verdict == "agreement" or finding.accepted is not None:
        return
    for why in REASONS:
        yield _fix(f"Accept {finding.rule}: {why}", accepting(finding, settings, why))
    written = _fix(f"Accept {finding.rule} and write why", accepting(finding, settings, "reason: "))
    written.command = types.Command("Open the baseline", OPEN, arguments=[uri_of(_baseline(settings)), _START])
    yield written
    names = sorted({(p.value.text, p.value.kind) for p in finding.positions if p.value.kind in _NAMES})
    if len(names) == 2 and names[0][1] == names[1][1]:
        for (name, kind), (alias, _) in (names, names[::-1]):
            title = f"“{plain(alias)}” is another name of “{plain(name)}”"
            yield _fix(title, _edit(alias_edits(settings, name, alias, kind)))
    elsewhere = [at for at in places(finding) if at.claim.source.partition("#")[0] != path]
    for at in elsewhere[:MOST]:
        where = texts.location(at.claim)
        title = f"Open {plain(at.claim.source)}:{at.claim.span.line} ({said(at.value)[:60]})"
        command = types.Command(title, OPEN, arguments=[where.uri, where.range])
        yield types.CodeAction(title, types.CodeActionKind.QuickFix, command=command)


def accepting(finding: Finding, settings: Settings, why: str) -> types.WorkspaceEdit:
    """The edit that writes an acceptance into the baseline, whole and sorted as the command would write it."""
    path = _baseline(settings)
    held = [line.entry for line in load(path, new=True)]
    fresh = entry(finding, Acceptance(when=today().isoformat(), why=why))
    return _edit({path: (_text(path), dump([*held, fresh]))})


def _baseline(settings: Settings) -> str:
    return settings.baseline or os.path.join(os.path.dirname(settings.file), BASELINE)


def _fix(title: str, edit: types.WorkspaceEdit) -> types.CodeAction:
    return types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit)


def _edit(files: Files) -> types.WorkspaceEdit:
    """The edit that gives files their new texts; those that are not there are made."""
    changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
    for path, (old, new) in files.items():
        uri = uri_of(path)
        if old is None:
            changes.append(types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True)))
        document = types.OptionalVersionedTextDocumentIdentifier(uri)
        changes.append(types.TextDocumentEdit(document, [change(old or "", new)]))
    return types.WorkspaceEdit(document_changes=changes)


def change(old: str, new: str) -> types.TextEdit:
    """The lines that make one text of the other: those that are the same at both ends are left alone."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    room = min(len(before), len(after))
    head = next((n for n in range(room) if before[n] != after[n]), room)
    tail = next((n for n in range(room - head) if before[-1 - n] != after[-1 - n]), room - head)
    end = len(before) - tail
    whole = end == 0 or before[end - 1].endswith("\n")
    stop = types.Position(end, 0) if whole else types.Position(end - 1, len(before[-1].encode("utf-16-le")) // 2)
    return types.TextEdit(types.Range(types.Position(head, 0), stop), "".join(after[head : len(after) - tail]))


def _text(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return None


def _touches(finding: Finding, path: str, asked: types.Range, texts: Texts) -> bool:
    return any(
        claim.source.partition("#")[0] == path and _overlap(texts.range(path, claim.span), asked)
        for position in finding.positions
        for claim in position.claims
    )


def _overlap(a: types.Range, b: types.Range) -> bool:
    return _at(a.start) <= _at(b.end) and _at(b.start) <= _at(a.end)


def _at(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
