"""Days without a year in clauses of the present and the future: "leaves on 31 August" said in May is this August."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause
from checker.model import Value

_FAR = 150  # days in the past from which the next such day is meant


def dated(sentence: Sentence, clause: Clause, value: Value) -> Value:
    """The value with the year to come, where its day was said without a year and lies far back."""
    published = sentence.scene.page.source.published or ""
    edtf = value.edtf or ""
    if value.kind != "date" or len(edtf) != 10 or len(published) != 10 or edtf[:4] in value.text:
        return value
    if clause.verb.tense != "present" or clause.verb.form not in ("finite", "infinitive") or not edtf[:4].isdigit():
        return value
    said, now = date.fromisoformat(edtf), date.fromisoformat(published)
    if (now - said).days < _FAR or (said.month, said.day) == (2, 29):
        return value
    return structs.replace(value, edtf=said.replace(year=said.year + 1).isoformat())
