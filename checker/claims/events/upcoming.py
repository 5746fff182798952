"""What is still to come: "leaves on 31 August" said in May is this August, and foreseen."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause
from checker.model import Modality, Value

_FAR = 150  # days in the past from which the next such day is meant
_ENDS = frozenset(("left_on", "acquired_on", "opened_on", "released_on", "held_on"))


def foreseen(sentence: Sentence, attribute: str, value: Value | None, how: Modality) -> Modality:
    """What lies after the source's own date is a prediction, however it is put: "leaves in June"."""
    ahead = how == "asserted" and attribute in _ENDS and value is not None and lies_ahead(sentence, value)
    return "predicted" if ahead else how


def lies_ahead(sentence: Sentence, value: Value) -> bool:
    """Whether a date is after the source's own."""
    edtf, published = value.edtf or "", sentence.scene.page.source.published or ""
    return bool(published) and edtf[:4].isdigit() and edtf[: len(published)] > published[: len(edtf)]


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
