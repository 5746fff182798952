"""Claims from clauses by the packs' patterns: one event, several claims, each with the slots it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from msgspec import Struct

from checker.claims import figures
from checker.claims.careers import offices, posts
from checker.claims.discourse import bodies
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.events import movements, nominal, slots, upcoming, vetoes
from checker.claims.events.qualifying import qualifier
from checker.claims.patterns import (
    Binding,
    Fits,
    Pattern,
    compile_pattern,
    fit,
    heads_said,
    match,
    only_then,
    typed,
    unknown_slots,
)
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.claims.syntax.modality import over, status_of_verb
from checker.errors import UserError
from checker.model import Modality, Value
from checker.packs.vocabulary import Vocabulary


class Template(Struct, frozen=True):
    """One claim of an event: which slots give subject, value and qualifiers."""

    attribute: str
    subject: str
    value: str
    status: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()  # qualifier -> slot
    modality: str = ""


class Frame(Struct, frozen=True):
    """An event of a pack, compiled: slot types, patterns by verb, claims."""

    name: str
    types: dict[str, str]
    patterns: tuple[Pattern, ...]
    claims: tuple[Template, ...]


class Frames(Struct):
    """All frames, by the verbs that set them off."""

    by_lemma: dict[str, list[tuple[Frame, Pattern]]]
    complements: frozenset[str] = frozenset()  # nouns that patterns want behind "be": "subsidiary", "native"
    worded: frozenset[str] = frozenset()  # verbs of which a pattern has a fixed word that must be said


def compile_frames(events: Mapping[str, tuple[Mapping[str, str], list[str], list[Mapping[str, str]]]]) -> Frames:
    """Frames from ``name -> (slot types, pattern texts, claim templates)``."""
    by_lemma: dict[str, list[tuple[Frame, Pattern]]] = defaultdict(list)
    for name, (types, texts, claims) in events.items():
        patterns = tuple(typed(compile_pattern(text, name), types) for text in texts)
        for pattern in patterns:
            if wrong := unknown_slots(pattern, types):
                raise UserError(f'pattern "{pattern.text}" names {{{wrong[0]}}}, which is no slot here', name)
        frame = Frame(name, dict(types), patterns, tuple(template_of(claim) for claim in claims))
        for pattern in patterns:
            for lemma in pattern.lemmas:
                by_lemma[lemma].append((frame, pattern))
    first = [pattern.items[0] for _, pattern in by_lemma.get("be", ()) if pattern.items]
    complements = frozenset(word for item in first if not item.by for word in item.words)
    worded = frozenset(lemma for lemma, many in by_lemma.items() if any(pattern.wanted for _, pattern in many))
    return Frames(dict(by_lemma), complements, worded)


def template_of(claim: Mapping[str, str]) -> Template:
    """One claim of an event as its pack says it."""
    known = ("attribute", "subject", "value", "status", "modality")
    return Template(
        claim["attribute"],
        claim["subject"],
        claim["value"],
        claim.get("status", ""),
        tuple(sorted((k, v) for k, v in claim.items() if k not in known)),
        claim.get("modality", ""),
    )


def read(sentence: Sentence, frames: Frames) -> list[Draft]:
    """The claims of every clause that a pattern matches; of an event's patterns the first that matches speaks."""
    implied = [
        *nominal.clauses(sentence),
        *nominal.predications(sentence, frames.complements),
        *movements.clauses(sentence),
    ]
    drafts: list[Draft] = []
    for clause in sentence.clauses:
        if clause.others or clause.lemma in _OWN_NEWS:
            drafts += read_clause(sentence, clause, frames)
            continue
        bound = sentence.bound.get(id(clause))
        if bound is None:  # what binds follows from the sentence alone: found once for both passes
            bound = sentence.bound[id(clause)] = _bound(sentence, clause, frames)
        if bound:
            drafts += _told(sentence, clause, bound)
    return [*drafts, *(draft for clause in implied for draft in read_clause(sentence, clause, frames))]


def _bound(sentence: Sentence, clause: Clause, frames: Frames) -> list[tuple[Frame, dict[str, Binding]]]:
    """Every pattern that matches the clause, with its bindings."""
    fits: Fits = {}
    words = sentence.scene.words
    found = [
        (frame, match(pattern, clause, frame.types, words, fits))
        for frame, pattern in _candidates(clause, frames, words, fits)
    ]
    return [(frame, bindings) for frame, bindings in found if bindings is not None]


def _told(sentence: Sentence, clause: Clause, bound: list[tuple[Frame, dict[str, Binding]]]) -> list[Draft]:
    drafts: list[Draft] = []
    seen: set[str] = set()
    for frame, bindings in bound:
        if frame.name in seen or (frame.name == "releasing" and "founding" in seen):
            continue
        made = _said(sentence, clause, frame, bindings)
        if made:
            seen.add(frame.name)
        drafts += made
    return drafts


def read_clause(sentence: Sentence, clause: Clause, frames: Frames) -> list[Draft]:
    """The claims of one clause."""
    drafts: list[Draft] = []
    seen: set[str] = set()
    if clause.lemma in _OWN_NEWS and not clause.dates and clause.verb.tense == "pluperfect":
        clause.dates = _announced(sentence, clause)
    fits: Fits = {}
    for frame, pattern in _candidates(clause, frames, sentence.scene.words, fits):
        if frame.name in seen or (frame.name == "releasing" and "founding" in seen):
            continue
        made = _made(sentence, clause, frame, pattern, fits)
        if made:
            seen.add(frame.name)
        drafts += made
    return drafts


def _candidates(clause: Clause, frames: Frames, words: Vocabulary, fits: Fits) -> Iterator[tuple[Frame, Pattern]]:
    """The patterns of the verb whose fixed word is said, and whose subject can be the clause's."""
    candidates = frames.by_lemma.get(clause.lemma, ())
    said = heads_said(clause) if clause.lemma in frames.worded else set()
    actor = clause.subject if not clause.verb.passive and not clause.others else None
    for frame, pattern in candidates:
        if pattern.wanted and pattern.wanted.isdisjoint(said):
            continue
        if actor is not None and pattern.actor and fit(actor, pattern.actor, words, fits) is None:
            continue
        yield frame, pattern


def _made(sentence: Sentence, clause: Clause, frame: Frame, pattern: Pattern, fits: Fits) -> list[Draft]:
    """What the pattern makes of the clause; of the subjects that it may have, the first that makes a claim counts."""
    if not clause.others:
        return _matched(sentence, clause, frame, pattern, fits)
    first, others = clause.subject, clause.others
    clause.others = []
    made: list[Draft] = []
    for subject in [first, *others]:
        clause.subject = subject
        made = _matched(sentence, clause, frame, pattern, fits)
        if made:
            break
    clause.subject, clause.others = first, others
    return made


def _matched(sentence: Sentence, clause: Clause, frame: Frame, pattern: Pattern, fits: Fits) -> list[Draft]:
    bindings = match(pattern, clause, frame.types, sentence.scene.words, fits)
    return _said(sentence, clause, frame, bindings) if bindings is not None else []


def _said(sentence: Sentence, clause: Clause, frame: Frame, bindings: dict[str, Binding]) -> list[Draft]:
    how = sentence.modality(clause)
    if how == "denied" and only_then(clause):
        how = "asserted"
    return _claims(sentence, clause, frame, bindings, how) if how is not None else []


_OWN_NEWS = frozenset(("join", "rejoin", "leave", "quit"))


def _announced(sentence: Sentence, clause: Clause) -> list[Phrase]:
    """ "On 19 May 2026 A announced he had joined X": what somebody says of themselves on a day is of that day."""
    for other in sentence.clauses:
        if (
            other.first < clause.first
            and other.lemma in ("announce", "confirm", "reveal", "disclose")
            and other.subject is not None
            and clause.subject is not None
            and other.subject.head.tag == "NAME"
            and clause.subject.head.tag == "PRON"
            and sentence.resolve(other.subject, "person") is not None
        ):
            return [p for p in other.dates if any(a.tag == "DATE" for a in p.atoms)]
    return []


def _claims(
    sentence: Sentence, clause: Clause, frame: Frame, bindings: dict[str, Binding], how: Modality
) -> list[Draft]:
    if vetoes.of_event(sentence, frame.name, clause, bindings):
        return []
    drafts: list[Draft] = []
    referents = slots.referents(sentence, frame.name, frame.types, bindings, clause)
    if frame.name == "founding" and referents.get("organization"):
        sentence.scene.founded = referents["organization"][0].name
    if frame.name == "joining" and "organization" in bindings and not referents.get("organization"):
        return []  # "will be joining us", whoever we are: not where somebody is known to work
    for template in frame.claims:
        drafts += _fill(sentence, clause, frame, template, bindings, referents, how)
    return drafts


def _fill(
    sentence: Sentence,
    clause: Clause,
    frame: Frame,
    template: Template,
    bindings: dict[str, Binding],
    referents: dict[str, list[Referent]],
    how: Modality,
) -> list[Draft]:
    subjects = _of(template.subject, referents, sentence, clause)
    if not subjects:
        return []
    status = status_of_verb(clause, how) if template.status == "tense" else template.status
    if status == "current" and how == "predicted":
        status = "incoming"
    how = template.modality or how  # type: ignore[assignment]
    if template.attribute == "title":
        return _titles(sentence, clause, template, bindings, referents, subjects, status, how, frame.name)
    drafts: list[Draft] = []
    qualifiers = _qualifiers(sentence, clause, frame, template, bindings, referents, subjects[0])
    if qualifiers is None:
        return []
    if status:
        qualifiers["status"] = status
    said = bindings.get(template.value)
    mention = said.atom.mention if said is not None and said.atom is not None else None
    how = upcoming.foreseen(sentence, template.attribute, mention.value if mention is not None else None, how)
    if how == "predicted" and template.attribute in _AGREED and sentence.settled(clause):
        how = "asserted"
    if (over(clause) and not template.status) or vetoes.of_claim(sentence, clause, template.attribute, bindings):
        return []
    for subject, (value, atom, sure) in product(subjects, _values(sentence, template, bindings, referents, frame)):
        if subject.sure * sure < posts.ENOUGH or value.text == subject.name:
            continue
        if vetoes.of_value(clause, template.attribute, value) or vetoes.of_itself(template.attribute, subject, value):
            continue
        value = upcoming.dated(sentence, clause, value)
        kind = frame.types.get(template.subject, subject.kind)
        works_there = sentence.scene.employers.get(subject.name) == value.text
        if template.attribute == "employer" and how == "predicted" and works_there:
            continue  # who works there already will not come to
        if template.attribute == "acquired_by":
            _remember_sale(sentence, subject.name, value.text)
        drafts.append(
            sentence.draft(
                atom[0],
                atom[1],
                subject.name,
                subject.kind if kind in ("thing", "product", "project") else kind,
                template.attribute,
                value,
                how,
                frame.name,
                subject.sure * sure,
                **qualifiers,
            )
        )
        if template.attribute == "employer" and how == "asserted" and status != "former":
            _remember_employer(sentence, clause, subject.name, value.text)
    return drafts


def _qualifiers(
    sentence: Sentence,
    clause: Clause,
    frame: Frame,
    template: Template,
    bindings: dict[str, Binding],
    referents: dict[str, list[Referent]],
    subject: Referent,
) -> dict[str, str] | None:
    """The qualifiers that the template wants; None where one of them is missing."""
    found: dict[str, str] = {}
    for name, slot in template.qualifiers:
        text = qualifier(sentence, slot, bindings, referents, subject, frame.name, clause)
        if text is None:
            return None
        found[name] = text
    return found


def _remember_sale(sentence: Sentence, target: str, buyer: str) -> None:
    """From now on "the deal" is this one."""
    sentence.scene.target = target
    sentence.scene.sales = [*sentence.scene.sales[-4:], (target, buyer)]


def _remember_employer(sentence: Sentence, clause: Clause, person: str, body: str) -> None:
    """Where somebody works from now on; what is told of former days changes nothing that is known."""
    history = person in sentence.scene.standing and clause.verb.tense in ("past", "pluperfect")
    if not history or person not in sentence.scene.employers:
        sentence.scene.employers[person] = body


_AGREED = frozenset(("acquired_by", "acquisition_price"))  # a sale that is agreed names both


def _of(slot: str, referents: dict[str, list[Referent]], sentence: Sentence, clause: Clause) -> list[Referent]:
    return referents.get(slot, [])


def _titles(
    sentence: Sentence,
    clause: Clause,
    template: Template,
    bindings: dict[str, Binding],
    referents: dict[str, list[Referent]],
    subjects: list[Referent],
    status: str,
    how: Modality,
    rule: str,
) -> list[Draft]:
    where = next(iter(referents.get(dict(template.qualifiers).get("organization", "organization"), [])), None)
    if where is not None and bodies.is_gathering(where.name):
        where = None
    if template.value.startswith("="):
        return offices.constant(sentence, clause, template.value[1:], where, subjects, status, how, rule)
    bound = bindings.get(template.value)
    if bound is None or bound.atom is None:
        return []
    return offices.read(sentence, clause, bound, where, subjects, status, how, rule)


def _values(
    sentence: Sentence,
    template: Template,
    bindings: dict[str, Binding],
    referents: dict[str, list[Referent]],
    frame: Frame,
) -> list[tuple[Value, tuple[int, int], float]]:
    slot, _, end = template.value.partition(".")
    bound = bindings.get(slot)
    if bound is None:
        return []
    phrase = bound.phrase
    if end and bound.atom is not None and bound.atom.mention is not None and bound.atom.mention.value is not None:
        first, _, last = (bound.atom.mention.value.edtf or "").partition("/")
        edtf = first if end == "start" else last
        return [(Value("date", edtf, edtf=edtf), (bound.atom.first, bound.atom.last), 1.0)]
    span = (phrase.atoms[0].first, phrase.atoms[-1].last)
    kind = frame.types.get(template.value, "text")
    if kind in figures.KINDS:
        said = figures.within(sentence.passage, *span, kind)
        return [(said.value, (said.first, said.last), 1.0)] if said is not None else []
    if referents.get(template.value):
        return [
            (Value("text" if r.kind == "thing" else r.kind, r.name), span, r.sure) for r in referents[template.value]
        ]
    atom = bound.atom
    if atom is None or atom.mention is None:
        return [(Value(kind, sentence.passage.text(*span)), span, 1.0)] if kind in ("text", "team", "place") else []
    if kind == "place":
        return [(Value("place", place_text(sentence, phrase)), (atom.first, atom.last), 1.0)]
    if kind == "team":
        return [(Value("team", sentence.passage.text(*span)), span, 1.0)]
    value = atom.mention.value
    if value is None:
        return []
    return [(value, (atom.first, atom.last), 1.0)]


def place_text(sentence: Sentence, phrase: Phrase) -> str:
    """The place as written; of a house or street and a town behind a comma the town."""
    head = sentence.town(phrase)
    return sentence.passage.text(head.first, head.last)


def spanned(atom: Atom) -> tuple[int, int]:
    """The tokens of an atom."""
    return atom.first, atom.last
