"""Posts without a verb under somebody's name: "## Leila Farouk", then "Finance director of X since 2018."."""

from __future__ import annotations

from checker.claims.careers import posts
from checker.claims.careers.holders import holders
from checker.claims.careers.workplaces import organization_of, said_organization
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase, VerbGroup
from checker.model import Value

_FORMERLY = frozenset("formerly previously once originally earlier".split())


def read(sentence: Sentence) -> list[Draft]:
    """The posts that open the sentence, of the person whose section or item it is, or whom a bold title introduces."""
    if (introduced := _introduced(sentence)) is not None:
        return introduced
    if before := _came_from(sentence):
        return before
    headed = sentence.scene.headed or _above(sentence)
    if headed is None or headed.kind != "person" or sentence.passage.block.kind not in ("paragraph", "item"):
        return []
    phrase = _opening(sentence)
    if phrase is None:
        return []
    person = Referent(headed.name, "person", 0.95)
    past = getattr(sentence.chunks[0], "lower", "") in _FORMERLY
    return [draft for held in phrase.heads() for draft in _post(sentence, held, person, past)]


def _came_from(sentence: Sentence) -> list[Draft]:
    """ "A, CFO. Ten years at Vaisto before that.", "Formerly of Astrolane": where the one whom the paragraph is about
    was before, in words without a verb."""
    scene, chunks = sentence.scene, sentence.chunks
    person = scene.speaker or (scene.persons[0] if len(scene.persons) == 1 else "")
    if not person or not sentence.first or any(isinstance(c, VerbGroup) for c in chunks):
        return []
    words = sentence.words
    first = next((c for c in chunks if isinstance(c, Phrase)), None)
    past = getattr(chunks[0], "lower", "") in _FORMERLY or "before that" in " ".join(a.lower for a in sentence.atoms)
    years = first is not None and first.head.lower in ("years", "months", "decades", "decade") and bool(first.of("QTY"))
    if first is None or not (past or (years and "since" not in words)):
        return []
    end = next((i for i, c in enumerate(chunks) if getattr(c, "tag", "") in ("SEMI", "COMMA")), len(chunks))
    opening = chunks[:end]
    places = [c for c in opening if isinstance(c, Phrase) and c.prep in ("at", "of", "with") and c.head.tag == "NAME"]
    found = sentence.resolve(places[-1], "organization") if places else None
    if found is None or found.sure < 0.6 or found.name == scene.main:
        return []
    head = places[-1].head
    value = Value("organization", found.name)
    return [
        sentence.draft(head.first, head.last, person, "person", "employer", value, "asserted", "was before", 0.75,
                       status="former")
    ]  # fmt: skip


def _above(sentence: Sentence) -> Referent | None:
    """Whose name fills the block right above one that begins with a title: a signature in two paragraphs."""
    passage, page = sentence.passage, sentence.scene.page
    if sentence.first or not any(m.kind == "title" and m.first == 0 for m in passage.mentions):
        return None
    at = next(i for i, p in enumerate(page.passages) if p is passage)
    before = page.passages[at - 1] if at else None
    if before is None or len(before.mentions) != 1 or len(before.tokens) > 6:
        return None
    only = before.mentions[0]
    name = page.names.get(only.key) if only.kind == "name" else None
    filled = only.last == len(before.tokens) and all(t.lower in _HONORS for t in before.tokens[: only.first])
    if name is None or name.kind != "person" or not name.full or not filled or only.last - only.first < 2:
        return None
    return Referent(name.full, "person")


_HONORS = frozenset("dr mr mrs ms miss mx prof professor sir dame rev .".split())


def _introduced(sentence: Sentence) -> list[Draft] | None:
    """ "**Our managing director.** A B has been …": a title alone in bold, and whom the next sentence begins with."""
    passage = sentence.passage
    lead, tokens = passage.block.lead, passage.tokens
    if lead is None or sentence.first or sentence.last >= len(tokens) or tokens[sentence.last - 1].start > lead[1]:
        return None
    phrases = [c for c in sentence.chunks if isinstance(c, Phrase)]
    mention = next((m for m in passage.mentions if m.first == sentence.last and m.kind == "name"), None)
    name = sentence.scene.page.names.get(mention.key) if mention is not None else None
    if len(phrases) != 1 or phrases[0].head.tag != "TITLE" or name is None or name.kind != "person" or not name.full:
        return None
    place = len(phrases[0].atoms) - 1
    person = Referent(name.full, "person", 0.9)
    organization = organization_of(sentence, phrases[0], place, person.name)
    return posts.claim(sentence, person, phrases[0].head, organization, "current", "asserted", "post under a name")


def _opening(sentence: Sentence) -> Phrase | None:
    """The phrase with a title that the sentence begins with, if nobody else is named with it and no verb takes it."""
    first = next((c for c in sentence.chunks[:2] if isinstance(c, Phrase)), None)
    if first is None or first.prep or first.head.tag != "TITLE" or first.appositions or first.apposed_to is not None:
        return None
    if any(c.subject is first for c in sentence.clauses):
        return None
    finite = any(isinstance(c, VerbGroup) and c.form == "finite" for c in sentence.chunks[: first.start + 2])
    return None if finite or holders(sentence, first, len(first.atoms) - 1) else first


def _post(sentence: Sentence, phrase: Phrase, person: Referent, past: bool) -> list[Draft]:
    place = len(phrase.atoms) - 1
    mention = phrase.head.mention
    if phrase.head.tag != "TITLE" or mention is None or mention.anchor == "plural":
        return []
    if phrase.head.lower.split()[0].strip(",") in (
        "member",
        "fellow",
        "winner",
        "author",
        "honorary",
        "student",
        "artist",
        "speaker",
        "guide",
    ):
        return []  # honours, not posts
    status = "former" if past else posts.status_of_words(phrase, place) or "current"
    joined = (phrase.joined_to or phrase).heads()
    shared = (said_organization(sentence, p, len(p.atoms) - 1) for p in joined)  # "CEO and co-founder, X"
    organization = (
        next((r for r in shared if r is not None), None)
        or _signed_for(sentence)
        or organization_of(sentence, phrase, place, person.name)
    )
    return posts.claim(sentence, person, phrase.head, organization, status, "asserted", "post under a name")


def _signed_for(sentence: Sentence) -> Referent | None:
    """The organization that fills the line below the title: a signature, a badge, a card."""
    passage = sentence.passage
    below = next(((first, last) for first, last in passage.sentences if first >= sentence.last), None)
    if below is None:
        return None
    first, last = below
    while last > first and not passage.tokens[last - 1].text[0].isalnum():
        last -= 1
    only = next((m for m in passage.mentions if m.kind == "name" and m.first == first and m.last == last), None)
    name = sentence.scene.page.names.get(only.key) if only is not None else None
    if name is None or name.kind != "organization":
        return None
    return Referent(name.full or name.text, "organization", 0.9)
