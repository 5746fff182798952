"""Claims from phrase patterns: an attribute's own ("{subject} studied {value} at {organization}"), and events'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from checker.claims import figures
from checker.claims.careers import posts
from checker.claims.discourse.scene import Referent, named
from checker.claims.draft import Draft
from checker.claims.events.reader import Template
from checker.claims.phrases.compiling import PhrasePattern, compile_phrase
from checker.claims.phrases.matching import STATUSES, THINGS, Bound, Match, Text, matches
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.claims.things import own
from checker.model import Modality, Value

# words that point at what another sentence says: alone they are no value ("the hire is for that")
POINTERS = frozenset("it that this these those them one ones such so there here which what".split())


class Saying(Struct, frozen=True):
    """An attribute or event of a pack with one of its patterns: slot types and the claims that a match makes."""

    name: str
    types: dict[str, str]
    pattern: PhrasePattern
    claims: tuple[Template, ...]
    order: int = 0  # among all of the packs: the first that fits speaks


class Sayings(Struct, frozen=True):
    """All of them, by the words that set them off ("" for those that no word does), and those for rows of tables."""

    by_word: dict[str, list[Saying]] = {}
    rows: list[Saying] = []


def compile_sayings(
    given: Iterable[tuple[str, Mapping[str, str], Iterable[str], tuple[Template, ...]]],
) -> Sayings:
    """From ``(name, slot types, pattern texts, claims)``; UserError for a pattern that cannot be."""
    by_word: dict[str, list[Saying]] = defaultdict(list)
    rows: list[Saying] = []
    order = 0
    for name, types, texts, claims in given:
        for text in texts:
            order += 1
            saying = Saying(name, dict(types), compile_phrase(text, dict(types)), claims, order)
            if len(saying.pattern.lines) > 1:
                rows.append(saying)
                continue
            for word in saying.pattern.lines[0].triggers or ("",):
                by_word[word].append(saying)
    return Sayings(dict(by_word), rows)


def read(sentence: Sentence, sayings: Sayings) -> list[Draft]:
    """The claims of a sentence; of an attribute's patterns the first that matches a stretch speaks for it.

    Only patterns all of whose words are in the sentence are tried.
    """
    if not sayings.by_word:
        return []
    words = {token.lower for token in sentence.passage.tokens[sentence.first : sentence.last]}
    words.add("")
    if "’s" in words:
        words.add("'s")
    chosen = {
        saying.order: saying
        for word in words & sayings.by_word.keys()
        for saying in sayings.by_word[word]
        if all(not words.isdisjoint(need) for need in saying.pattern.lines[0].needs)
    }
    if not chosen:
        return []
    text = Text.of(sentence)
    drafts: list[Draft] = []
    taken: dict[str, list[Match]] = defaultdict(list)
    for _, saying in sorted(chosen.items()):
        for match in matches(saying.pattern.lines[0], text, saying.types):
            if any(m.first < match.last and match.first < m.last for m in taken[saying.name]):
                continue
            made = claims(saying, match.bound, dict.fromkeys(match.bound, sentence), match, sentence)
            if made:
                taken[saying.name].append(match)
                drafts += made
    return drafts


def read_cells(cells: list[Sentence], sayings: Sayings) -> list[Draft]:
    """The claims of a row of cells: each line of a pattern is found in a cell of its own, in order."""
    drafts: list[Draft] = []
    texts = [Text.of(cell) for cell in cells]
    for saying in sayings.rows:
        bound: dict[str, Bound] = {}
        places: dict[str, Sentence] = {}
        at, last = 0, None
        for line in saying.pattern.lines:
            last = None
            while at < len(texts) and last is None:
                last = next(matches(line, texts[at], saying.types), None)
                at += 1
            if last is None:
                break
            places.update({slot: cells[at - 1] for slot in last.bound if slot not in bound})
            bound.update({slot: b for slot, b in last.bound.items() if slot not in bound})
        if last is not None:
            drafts += claims(saying, bound, places, last, cells[at - 1])
    return drafts


def claims(
    saying: Saying, bound: dict[str, Bound], places: dict[str, Sentence], match: Match, sentence: Sentence
) -> list[Draft]:
    """What a match claims; ``places`` tells in which sentence (or cell) each slot was found."""
    value_at = next((bound[part] for t in saying.claims for part in t.value.split("/") if part in bound), None)
    clause = _clause(sentence, value_at, match)
    how = _modality(sentence, clause, match)
    if how is None:
        return []
    referents = {slot: _referent(places[slot], b, saying.types.get(slot, "text")) for slot, b in bound.items()}
    if any(r is None and saying.types.get(slot) in ("person", "organization") for slot, r in referents.items()):
        return []
    drafts: list[Draft] = []
    for template in saying.claims:
        kind = saying.types.get(template.subject, "organization")
        subject = referents.get(template.subject)
        if subject is None and template.subject not in bound:
            subject = _meant(sentence, clause, kind)
        subjects = [subject, *_beside(places, bound, template.subject, kind)] if subject is not None else []
        for one in subjects:
            if one.sure >= posts.ENOUGH:
                drafts += _fill(saying, template, bound, places, referents, one, how, clause)
    return drafts


def _beside(places: dict[str, Sentence], bound: dict[str, Bound], slot: str, kind: str) -> list[Referent]:
    """Whom "and" joins to a slot's name: "A and B spent …"."""
    phrase = bound[slot].phrase if slot in bound else None
    if phrase is None or phrase.head.tag != "NAME":
        return []
    group = (phrase.joined_to or phrase).heads()
    found = [places[slot].resolve(p, kind) for p in group if p is not phrase and named(p.head, kind)]
    return [r for r in found if r is not None]


def _clause(sentence: Sentence, value: Bound | None, match: Match) -> Clause | None:
    at = value.first if value is not None else match.first
    inside = [p for p in sentence.phrases() if p.atoms[0].first <= at < p.atoms[-1].last]
    return sentence.clause_of(inside[0]) if inside else None


def _modality(sentence: Sentence, clause: Clause | None, match: Match) -> Modality | None:
    """How the match is said; words of hedging that the pattern itself asks for are its own affair."""
    how = sentence.modality(clause)
    if clause is None or how is None or how == "asserted":
        return how
    verb = clause.verb.atoms[-1].first
    own = {verb, verb - 1} <= set(match.words)
    return "asserted" if own and not clause.verb.negated else how


def _referent(sentence: Sentence, bound: Bound, kind: str) -> Referent | None:
    """Whom or what a slot names; None for values."""
    if bound.name is not None:
        return Referent(bound.name.full or bound.name.text, kind, 0.9)
    atom, phrase = bound.atom, bound.phrase
    if own.is_own(kind) and phrase is not None and (atom is None or atom.tag != "NAME"):
        return own.own(sentence, phrase, kind)
    if kind in ("person", "organization"):
        if atom is not None and atom.tag == "NAME" and atom.name is not None and atom.name.full:
            return Referent(atom.name.full, kind, 1.0 if atom.name.kind == kind else 0.75)
        return sentence.resolve(phrase, kind) if phrase is not None else None
    if atom is None or kind in ("place", "team", "text") or atom.tag not in ("NAME", "PRON"):
        return None
    if atom.tag == "NAME" and atom.name is not None:
        if own.is_own(kind):
            return own.noted(sentence.scene, atom.name, kind)
        return Referent(atom.name.full or atom.name.text, atom.name.kind if kind == "thing" else kind, 0.9)
    return Referent(sentence.scene.matter, kind, 0.6) if sentence.scene.matter else None


def _meant(sentence: Sentence, clause: Clause | None, kind: str) -> Referent | None:
    """The subject that the pattern leaves out: the clause's, else what the document is about."""
    scene = sentence.scene
    said = clause.subject if clause is not None else None
    if own.is_own(kind):
        return (own.own(sentence, said, kind) if said is not None else None) or own.talked_of(scene, kind)
    if said is not None and kind in ("person", "organization"):
        found = sentence.resolve(said, kind)
        if found is not None:
            return found
        if kind == "person" and said.of("TITLE"):
            return _titled(sentence, said)
        if said.head.tag == "NOUN" and said.det not in ("the", "this", "that") and not said.poss and said.owner is None:
            return None
    if kind == "person":
        person = scene.hero or scene.subject
        return Referent(person, kind, 0.6) if person else None
    if kind == "organization":
        name = scene.section or scene.topic or scene.main
        return Referent(name, kind, 0.6) if name else None
    name = scene.matter or own.titled(scene.page, (*THINGS, ""))
    return Referent(name, kind, 0.6) if name else None


def _titled(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "An MD at Acme": the one person of the document who holds that title."""
    title = phrase.of("TITLE")[-1].lower
    held = {p.person for p in sentence.scene.posts if title in (p.title.casefold(), _initials(p.title))}
    return Referent(next(iter(held)), "person", 0.6) if len(held) == 1 else None


def _initials(title: str) -> str:
    return "".join(word[0] for word in title.split() if word[0].isupper()).casefold()


def _fill(
    saying: Saying,
    template: Template,
    bound: dict[str, Bound],
    places: dict[str, Sentence],
    referents: dict[str, Referent | None],
    subject: Referent,
    how: Modality,
    clause: Clause | None,
) -> list[Draft]:
    found = _value(saying, template, bound, places, referents)
    if found is None:
        return []
    value, at, sentence, sure = found
    more = _beside(places, bound, template.value, value.kind) if value.kind in ("person", "organization") else []
    if value.text == subject.name or subject.sure * sure < posts.ENOUGH:
        return []
    status = _status(template, bound, places)
    how = template.modality or how  # type: ignore[assignment]
    qualifiers = _qualifiers(template, bound, places, referents, subject, sentence, clause)
    titled = template.attribute == "title" and at.atom is not None and at.atom.tag == "TITLE"
    if titled and at.atom is not None and "organization" in qualifiers:
        employer = Referent(qualifiers["organization"], "organization", 0.9)
        return posts.claim(sentence, subject, at.atom, employer, status or "current", how, saying.name)
    if status:
        qualifiers["status"] = status
    return [
        sentence.draft(
            at.first, at.last, subject.name, subject.kind, template.attribute, value, how, saying.name,
            subject.sure * sure, **qualifiers,
        )
        for value in [value, *(Value(value.kind, other.name) for other in more)]
    ]  # fmt: skip


def _value(
    saying: Saying,
    template: Template,
    bound: dict[str, Bound],
    places: dict[str, Sentence],
    referents: dict[str, Referent | None],
) -> tuple[Value, Bound, Sentence, float] | None:
    """The value with the place that says it: a slot, "=constant", or "a/b", the stretch between two dates."""
    if template.value.startswith("="):
        slot = next(iter(bound))
        return Value("text", template.value[1:]), bound[slot], places[slot], 1.0
    ends = template.value.split("/")
    slot = ends[0]
    if any(end not in bound for end in ends):
        return None
    at, sentence = bound[slot], places[slot]
    if len(ends) == 2:
        return _between(at, bound[ends[1]], sentence, places[ends[1]])
    referent = referents.get(slot)
    kind = saying.types.get(slot, "text")
    if referent is not None:
        kinds = ("person", "organization", "place", "team")
        return Value(referent.kind if referent.kind in kinds else "text", referent.name), at, sentence, referent.sure
    if kind in figures.KINDS:
        said = figures.within(sentence.passage, at.first, at.last, kind)
        return (said.value, at, sentence, 1.0) if said is not None else None
    mention = at.atom.mention if at.atom is not None else None
    if mention is not None and mention.value is not None:
        return mention.value, at, sentence, 1.0
    if kind in ("text", "place", "team", "title"):
        text = _unquoted(sentence.passage.text(at.first, at.last))
        return None if text.lower() in POINTERS else (Value(kind, text), at, sentence, 1.0)
    return None


def _unquoted(text: str) -> str:
    """The text without a quotation mark whose other half stands outside it."""
    for opening, closing in ("''", '""', "‘’", "“”"):
        pair = text.count(opening) if opening == closing else text.count(opening) + text.count(closing)
        if pair % 2:
            text = re.sub(rf"(?<!\w)[{opening}{closing}]|[{opening}{closing}](?!\w)", "", text)
    return " ".join(text.split())


def _between(a: Bound, b: Bound, first: Sentence, second: Sentence) -> tuple[Value, Bound, Sentence, float] | None:
    low, high = _edtf(a.atom).split("/")[0], _edtf(b.atom).split("/")[-1]
    if not low or not high or low > high:
        return None
    said = f"{first.passage.text(a.first, a.last)} – {second.passage.text(b.first, b.last)}"
    return Value("date", said, edtf=f"{low}/{high}"), a, first, 1.0


def _of_clause(sentence: Sentence, clause: Clause | None) -> str:
    """The organization that the clause's subject is, or is at: "Acme says …", "a clerk at Acme spends …"."""
    said = clause.subject if clause is not None else None
    near = [p for p in clause.phrases if p.prep == "at"] if clause is not None else []
    if said is not None and not (said.head.tag == "TITLE" and said.det == "the"):
        near += [*(p for p in said.attached if p.prep in ("at", "of", "with")), said]
    for phrase in near:
        found = sentence.resolve(phrase, "organization")
        if found is not None and found.sure >= 0.7:
            return found.name
    return ""


def _edtf(atom: Atom | None) -> str:
    value = atom.mention.value if atom is not None and atom.mention is not None else None
    return (value.edtf or "") if value is not None else ""


def _status(template: Template, bound: dict[str, Bound], places: dict[str, Sentence]) -> str:
    if "status" in bound:
        at = bound["status"]
        return STATUSES.get(places["status"].passage.tokens[at.first].lower, "")
    return template.status if template.status != "tense" else ""


def _qualifiers(
    template: Template,
    bound: dict[str, Bound],
    places: dict[str, Sentence],
    referents: dict[str, Referent | None],
    subject: Referent,
    sentence: Sentence,
    clause: Clause | None,
) -> dict[str, str]:
    """The qualifiers that slots give, constants ("=inferred"), and the employer where an organization is asked for."""
    kept: dict[str, str] = {}
    scene = sentence.scene
    for name, given in template.qualifiers:
        slot = given.rstrip("?")
        referent = referents.get(slot)
        if given.startswith("="):
            kept[name] = given[1:]
        elif referent is not None:
            kept[name] = referent.name
        elif slot in bound:
            kept[name] = _edtf(bound[slot].atom) or places[slot].passage.text(bound[slot].first, bound[slot].last)
        elif slot == "organization" and subject.kind == "person":
            kept[name] = (
                _of_clause(sentence, clause) or scene.employers.get(subject.name) or scene.section or scene.main
            )
        elif slot == "round":
            kept[name] = scene.round
    return {name: text for name, text in kept.items() if text}
