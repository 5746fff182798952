"""What an editor is told, in real sessions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lsprotocol import types

from tests.server.session import Session, run

HEAD = "company,founded,headcount,ceo\n"
A = HEAD + "Acme Corp,2001,300,Jane Roe\n"
B = HEAD + "Bolt Ltd,1999,40,Al Smith\nAcme Corp,2003,300,Jane Roe\n"
FOUNDED = types.Position(1, 11)  # in A


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "factlint.toml").write_text("ledger = false\n")
    (tmp_path / "a.csv").write_text(A)
    (tmp_path / "b.csv").write_text(B)
    return tmp_path


def test_a_conflict_is_shown_at_both_its_places(folder: Path) -> None:
    async def script(session: Session) -> None:
        (one,) = await session.until_shown("a.csv", 1)
        (two,) = await session.until_shown("b.csv", 1)
        assert (one.source, one.severity) == ("factlint", types.DiagnosticSeverity.Error)
        assert one.code == two.code and "2001 v 2003" in one.message
        assert one.range == types.Range(types.Position(1, 10), types.Position(1, 14))
        (related,) = one.related_information or []
        assert (related.location.uri, related.location.range) == (session.uri("b.csv"), two.range)
        assert "2003" in related.message

    run(folder, script)


def test_diagnostics_follow_as_one_types(folder: Path) -> None:
    async def script(session: Session) -> None:
        await session.until_shown("a.csv", 1)
        session.open("a.csv")
        session.type("a.csv", A.replace("2001", "2003"))
        await session.until_shown("a.csv", 0)
        await session.until_shown("b.csv", 0)
        session.type("a.csv", A.replace("2001", "2003").replace("300", "900"), 3)
        (found,) = await session.until_shown("a.csv", 1)
        assert "300" in found.message and "900" in found.message
        assert (folder / "a.csv").read_text() == A, "what is typed is not saved"
        closed = types.DidCloseTextDocumentParams(session.document("a.csv"))
        session.client.text_document_did_close(closed)  # thrown away: the file counts again
        await session.until(lambda: any("2001 v 2003" in d.message for d in session.shown("a.csv")))

    run(folder, script)


def test_hover_says_what_other_sources_say(folder: Path) -> None:
    async def script(session: Session) -> None:
        await session.until_shown("a.csv", 1)
        session.open("a.csv")
        told = await session.client.text_document_hover_async(types.HoverParams(session.document("a.csv"), FOUNDED))
        assert told is not None and isinstance(told.contents, types.MarkupContent)
        text = told.contents.value
        assert "Acme Corp" in text and "2001 (here)" in text
        assert f"- 2003: [b.csv:3]({session.uri('b.csv')}#L3)" in text
        nothing = types.HoverParams(session.document("a.csv"), types.Position(0, 2))
        assert await session.client.text_document_hover_async(nothing) is None

    run(folder, script)


def test_definition_and_references_lead_to_the_other_positions(folder: Path) -> None:
    async def script(session: Session) -> None:
        await session.until_shown("a.csv", 1)
        session.open("a.csv")
        there = types.Location(session.uri("b.csv"), types.Range(types.Position(2, 10), types.Position(2, 14)))
        here = types.Location(session.uri("a.csv"), types.Range(types.Position(1, 10), types.Position(1, 14)))
        asked = types.DefinitionParams(session.document("a.csv"), FOUNDED)
        assert list(await session.client.text_document_definition_async(asked) or []) == [there]  # type: ignore[arg-type]
        for own, expected in ((True, [here, there]), (False, [there])):
            asked_all = types.ReferenceParams(types.ReferenceContext(own), session.document("a.csv"), FOUNDED)
            assert list(await session.client.text_document_references_async(asked_all) or []) == expected

    run(folder, script)


def test_accepting_with_a_reason_takes_the_finding_away(folder: Path) -> None:
    async def script(session: Session) -> None:
        (found,) = await session.until_shown("a.csv", 1)
        actions = await session.actions("a.csv", found)
        action = actions[f"Accept {found.code}: both are right"]
        assert action.edit is not None
        session.apply(action.edit)
        await session.until_shown("a.csv", 0)
        entry = json.loads((folder / "factlint-baseline.jsonl").read_text())
        assert (entry["why"], entry["rule"], entry["positions"]) == ("both are right", found.code, ["2001", "2003"])

    run(folder, script)


def test_a_reason_can_be_written_by_hand(folder: Path) -> None:
    async def script(session: Session) -> None:
        (found,) = await session.until_shown("a.csv", 1)
        action = (await session.actions("a.csv", found))[f"Accept {found.code} and write why"]
        assert action.edit is not None and action.command is not None
        session.apply(action.edit)
        asked = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await session.client.workspace_execute_command_async(asked)
        await session.until(lambda: session.client.shown_documents)
        assert session.client.shown_documents[0].uri == session.uri("factlint-baseline.jsonl")

    run(folder, script)


def test_the_other_source_is_opened(folder: Path) -> None:
    async def script(session: Session) -> None:
        (found,) = await session.until_shown("a.csv", 1)
        command = (await session.actions("a.csv", found))["Open b.csv:3 (2003)"].command
        assert command is not None
        asked = types.ExecuteCommandParams(command.command, command.arguments)
        await session.client.workspace_execute_command_async(asked)
        await session.until(lambda: session.client.shown_documents)
        shown = session.client.shown_documents[0]
        assert (shown.uri, shown.selection and shown.selection.start.line) == (session.uri("b.csv"), 2)

    run(folder, script)


def test_two_names_are_made_one(folder: Path) -> None:
    for name, buyer in (("a.csv", "Blue Fox"), ("b.csv", "Grey Wolf")):
        (folder / name).write_text(f"company,acquired by\nAcme Corp,{buyer}\n")

    async def script(session: Session) -> None:
        (found,) = await session.until_shown("a.csv", 1)
        assert "Blue Fox v Grey Wolf" in found.message
        action = (await session.actions("a.csv", found))["“Grey Wolf” is another name of “Blue Fox”"]
        assert action.edit is not None
        session.apply(action.edit)
        await session.until_shown("a.csv", 0)
        assert 'entities = "names.yaml"' in (folder / "factlint.toml").read_text()

    run(folder, script)


def test_columns_are_counted_as_the_editor_counts(folder: Path) -> None:
    """In UTF-16, unless the editor says otherwise: a character beyond the basic plane is two."""
    (folder / "a.csv").write_text(HEAD.replace("company", "🏭,company") + "🏭🏭,Acme Corp,2001,300,Jane Roe\n", "utf-8")

    async def script(session: Session) -> None:
        (found,) = await session.until_shown("a.csv", 1)
        assert found.range == types.Range(types.Position(1, 15), types.Position(1, 19))
        session.open("a.csv")
        inside = types.HoverParams(session.document("a.csv"), types.Position(1, 19))
        beyond = types.HoverParams(session.document("a.csv"), types.Position(1, 14))
        told = await session.client.text_document_hover_async(inside)
        assert told is not None and told.range == found.range
        other = await session.client.text_document_hover_async(beyond)
        assert other is None or other.range != found.range

    run(folder, script)


def test_broken_settings_are_said_and_mended(folder: Path) -> None:
    (folder / "factlint.toml").write_text("fail-on = 'loud'\n")

    async def script(session: Session) -> None:
        await session.until(lambda: session.client.messages)
        assert "fail-on" in session.client.messages[0].message
        (folder / "factlint.toml").write_text("ledger = false\n")
        event = types.FileEvent(session.uri("factlint.toml"), types.FileChangeType.Changed)
        session.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await session.until_shown("a.csv", 1)

    run(folder, script)


def test_hostile_text_stays_text(folder: Path) -> None:
    """A name that would be a link, a command or a break of a line in Markdown is none in hover and actions."""
    evil = "[Acme](command:evil) `x` <b>"
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text((folder / name).read_text().replace("Jane Roe", f'"{evil}"'))

    async def script(session: Session) -> None:
        await session.until_shown("a.csv", 1)
        for column in (11, 16, 22):
            asked = types.HoverParams(session.document("a.csv"), types.Position(1, column))
            told = await session.client.text_document_hover_async(asked)
            assert told is None or "](command:" not in told.contents.value  # type: ignore[union-attr]

    run(folder, script)
