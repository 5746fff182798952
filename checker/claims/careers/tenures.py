"""The time a title was held: "director of X from 1999 to 2012", "chair until May", "president since 2017"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase


def of_phrase(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """The phrases with dates right behind a title and what hangs on it, in brackets too."""
    chunks, i = sentence.chunks, phrase.start + 1
    if not (phrase.start < len(chunks) and chunks[phrase.start] is phrase):
        return [p for p in phrase.attached if p.of("DATE")]
    found: list[Phrase] = []
    last = phrase
    while i < len(chunks) and isinstance(item := chunks[i], Phrase) and (item.prep or item.head.tag == "DATE"):
        last = item
        if item.head.tag == "DATE":
            found.append(item)
        i += 1
    for inner in last.parens[:1]:
        found += [c for c in inner[:1] if isinstance(c, Phrase) and c.head.tag == "DATE"]
    return found


def status(sentence: Sentence, terms: list[Phrase]) -> str:
    """ "former" where a time with an end that has passed stands behind the title, else ""."""
    for term in terms:
        edtf = _edtf(term.head)
        end = edtf.partition("/")[2] if "/" in edtf else edtf if term.prep in ("until", "till", "to") else ""
        ranged = "/" in edtf and term.prep in ("", "from", "between")
        if end[:4] == "XXXX" and term.prep in ("until", "till"):
            return "former"
        if end[:4].isdigit() and (ranged or term.prep in ("until", "till", "to")) and _past(sentence, end):
            return "former"
    return ""


def previous(sentence: Sentence) -> list[Draft]:
    """ "Joined X after nine years at Y": where the subject was before."""
    drafts: list[Draft] = []
    for clause in sentence.clauses if not _SPELLS.isdisjoint(sentence.words) else ():
        for spell in clause.phrases:
            if spell.prep not in ("after", "following") or spell.head.lower not in _SPELLS or clause.subject is None:
                continue
            where = next((p for p in spell.attached if p.prep in ("at", "with")), None)
            body = sentence.resolve(where, "organization") if where is not None else None
            person = sentence.resolve(clause.subject, "person")
            if where is None or body is None or person is None or clause.lemma not in _COMINGS:
                continue
            first, last, sure = where.atoms[0].first, where.atoms[-1].last, person.sure * body.sure
            if sure >= 0.5:
                drafts.append(
                    sentence.employed(first, last, person.name, body.name, "after years at", sure, status="former")
                )
    return drafts


_SPELLS = frozenset("year years decade decades months spell stint career time period tenure seasons".split())
_COMINGS = frozenset(
    (
        "join rejoin come arrive move return start begin become switch transfer appoint name hire recruit elect "
        "take_over take_up found co-found set_up launch step_up sign_on"
    ).split()
)


def begun(sentence: Sentence, terms: list[Phrase], person: Referent, organization: Referent) -> list[Draft]:
    """ "Its president since 2017" began there then."""
    for term in terms:
        value = term.head.mention.value if term.head.mention is not None else None
        if term.prep == "since" and value is not None and dated(term.head):
            return [
                sentence.draft(
                    term.head.first,
                    term.head.last,
                    person.name,
                    "person",
                    "joined_on",
                    value,
                    "asserted",
                    "post since",
                    person.sure * organization.sure,
                    organization=organization.name,
                )
            ]
    return []


def _edtf(atom: Atom) -> str:
    return atom.mention.value.edtf or "" if atom.mention is not None and atom.mention.value is not None else ""


def _past(sentence: Sentence, end: str) -> bool:
    published = sentence.scene.page.source.published or ""
    return not published or end[: len(published)] <= published[: len(end)]
