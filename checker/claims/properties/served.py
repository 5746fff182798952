"""Works and products with users of their own: "the airport handled 2m passengers", "3 million people use the app"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things import thing

_SCHEMES = frozenset("scheme programme program project plan campaign appeal newsletter list".split())


def of(sentence: Sentence, subject: Phrase) -> Referent | None:
    """ "The airport handled 2m passengers": works and products have users too."""
    found = thing(sentence, subject) if subject.head.tag in ("NAME", "NOUN", "PRON") else None
    if found is None or found.kind not in ("project", "product") or subject.head.lower in _SCHEMES:
        return None
    known, noun = sentence.scene.page.names.get(found.name.casefold()), subject.head.lower
    named = subject.head.tag == "NAME" or noun in found.name.casefold().split()
    so_called = named or noun in sentence.scene.works.get(found.name, ()) or subject.head.tag == "PRON"
    return found if so_called and known is not None and known.kind == found.kind else None
