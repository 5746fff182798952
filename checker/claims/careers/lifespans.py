"""Lives in brackets as encyclopedias write them: "(Rosario, 1903 – Buenos Aires, 1971)", "(* 4 March 1688 in Gera;
† 1749)", with other names, spellings and titles before them: "(白川薫, Shirakawa Kaoru; 3 May 1901 – 1989)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import lazy
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.model import Value
from checker.values.dates import recognise

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.?)"
_DATE = (
    r"(?:(?:c\.|ca\.|circa|about)\s*)?"
    rf"(?:\d{{1,2}}\s+{_MONTH}\s+|{_MONTH}\s+\d{{1,2}},\s+|{_MONTH}\s+)?[12]\d{{3}}(?!\d)"
)
_TOWN = r"[A-ZÀ-Þ][\w'’.-]+(?:[ -](?:[A-ZÀ-Þ][\w'’.-]+|de|del|la|am|an|der|upon|on))*"
_LIFE = lazy.compile(
    rf",?\s*\((?:[^();]*;\s*)*(?:(?P<at>{_TOWN}),\s+)?(?P<born>{_DATE})(?:,?\s+in\s+(?P<there>{_TOWN}))?"
    rf"\s*[–—-]\s*(?:{_TOWN},\s+)?(?P<died>{_DATE})(?:,?\s+in\s+{_TOWN})?\s*\)"
)
_STARRED = lazy.compile(
    rf"\s*\(\*\s?(?P<born>{_DATE})(?:,?\s+in\s+(?P<there>{_TOWN}))?"
    rf"(?:\s*[;,–-]\s*[†+]\s?(?P<died>{_DATE})(?:,?\s+in\s+{_TOWN})?)?\s*\)"
)
_BARE = lazy.compile(r"\s*\([0-9]{4}\s?[–—-]\s?[0-9]{4}\)")
_ALSO = lazy.compile(
    r"\b(?:also|alternatively|sometimes|formerly|originally|better|usually|commonly|born)?\s*"
    r"(?:spelt|spelled|written|transliterated|transcribed|known(?: as)?|rendered|called|credited as|née|né)\s+$"
)
_ABOUT = lazy.compile(r"(?:c\.|ca\.|circa|about)\s*")
_YOUNGEST, _OLDEST = 15, 110  # years that are the life of somebody of whom is told


def read(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """Birth, death and birthplace from the bracket right behind a person's name."""
    text, at = sentence.passage.block.text, _behind(sentence, phrase)
    found = _LIFE.match(text, at) or _STARRED.match(text, at)
    if found is not None and _BARE.fullmatch(found[0]):
        return []  # of years alone, which can be those of a post
    person = _person(sentence, _whose(sentence, phrase)) if found else None
    if found is None or person is None or not _lived(found["born"], found["died"]):
        return []
    return list(_drafts(sentence, found, person))


def _behind(sentence: Sentence, phrase: Phrase) -> int:
    return sentence.passage.tokens[phrase.head.last - 1].end


def _whose(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Of "X, also spelt Y, (1838–1881)" X: another spelling has no life of its own."""
    before = sentence.passage.block.text[: sentence.passage.tokens[phrase.head.first].start]
    if not _ALSO.search(before[-40:]):
        return phrase
    named = [p for p in sentence.before(phrase) if p.head.tag == "NAME" and not p.prep]
    return named[0] if named else phrase


def _person(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Who has the name, whatever it looks like: only people live from a day to a day."""
    name = phrase.head.name
    return sentence.resolve(phrase, "person") or (Referent(name.text, "person", 0.85) if name is not None else None)


def _lived(born: str, died: str | None) -> bool:
    return died is None or _YOUNGEST <= int(died[-4:]) - int(born[-4:]) <= _OLDEST


def _drafts(sentence: Sentence, found: re.Match[str], person: Referent) -> Iterator[Draft]:
    for group, attribute in (("born", "birth_date"), ("died", "death_date")):
        about = _ABOUT.match(found[group]) if found[group] else None
        said = recognise(f"in {found[group][about.end() if about else 0 :]}", None) if found[group] else []
        if said:
            edtf = f"{said[0].value.edtf}{'~' if about else ''}"
            value = Value("date", found[group], edtf=edtf, approximate=bool(about))
            yield _draft(sentence, found, group, person, attribute, value)
    for group in ("at", "there"):
        if group in found.groupdict() and found[group]:
            yield _draft(sentence, found, group, person, "birth_place", Value("place", found[group]))


def _draft(
    sentence: Sentence, found: re.Match[str], group: str, person: Referent, attribute: str, value: Value
) -> Draft:
    return Draft(
        sentence.passage.block, found.start(group), found.end(group), person.name, "person", attribute, value, {},
        "asserted", "lifespan", person.sure,
    )  # fmt: skip
