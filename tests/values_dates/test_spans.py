"""The lines of ``factlint mentions``."""

from __future__ import annotations

import json

import pytest

from checker.errors import UserError
from checker.mentions.spans import spans


def test_a_line_a_document() -> None:
    lines = [
        '{"id": "a", "text": "Meet on 9 October 2024", "published": "2024-01-01"}',
        "",
        '{"id": "b", "text": "nothing"}',
    ]
    first, second = map(json.loads, spans(lines))
    assert first["id"] == "a"
    assert first["mentions"] == [
        {
            "start": 8,
            "end": 22,
            "text": "9 October 2024",
            "value": {"kind": "date", "edtf": "2024-10-09", "approximate": False},
        }
    ]
    assert second == {"id": "b", "mentions": []}


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"id": 1, "text": "x"}'])
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(UserError) as caught:
        list(spans(['{"id": "a", "text": "fine"}', line]))
    assert caught.value.line == 2
