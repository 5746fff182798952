"""Amounts beside the noun that names them: "revenue of €37m", "a €1.3bn valuation", "the workforce grew to 400"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.properties.measure import TAGS, Anchor, Property, scope_words, singular
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause
from checker.model import Modality

COUNTS = frozenset(("number", "numbers", "total", "count"))
LEVEL = frozenset(
    (
        "be reach hit total stand exceed top pass number amount come remain equal average near approach run surpass "
        "stay settle close finish end land peak sit hover add_up turn_out come_in come_out work_out clock_in "
        "become represent comprise constitute"
    ).split()
)
CHANGE = frozenset(
    (
        "rise fall grow climb increase drop jump decline shrink expand slip surge swell double treble triple quadruple "
        "recover tumble soar sink go run cut raise reduce slump plunge dip dwindle rocket leap edge creep balloon "
        "plummet slide ease advance halve contract trim slim swell bring take push boost lift build_up build scale "
        "whittle pare slash lower inflate bounce rebound move"
    ).split()
)
_PUT = frozenset(
    (
        "put estimate value give increase raise bring take cut reduce push grow set double expect reckon peg assess "
        "treble triple lift boost halve trim slash shrink expand drive lower build swell forecast project place report "
        "calculate fix"
    ).split()
)
_TAIL = frozenset(("MONEY", "QTY", "DATE", "PCT"))
_BEHIND = ("of", "at", "above", "over", "below", "under", "around", "about", "near", "worth", "totalling", "totaling")
_TO = ("", "at", "to", "around", "about", "above", "over", "below", "under", "of", "up to", "in")
_CHANGES = frozenset(
    (
        "increase rise growth fall drop decline reduction cut jump change gain loss surge difference shortfall "
        "shortage boost improvement slump decrease dip share half third quarter fifth tenth majority part portion "
        "proportion percentage most fraction slice chunk rest remainder bulk percent"
    ).split()
)
_FORESEEN = frozenset("expected projected forecast planned budgeted targeted anticipated predicted target".split())


def by_noun(sentence: Sentence, phrase: Phrase, prop: Property) -> Iterator[Anchor]:
    """The amount that the property's noun at the head of ``phrase`` names."""
    place = noun_at(phrase, prop.nouns)
    if place is None and (counted := _number_of(phrase, prop)) is not None:
        yield from _of_number(sentence, phrase, counted, prop)
    if place is None or _of_change(sentence, phrase) or _of_profit(sentence, phrase.atoms[place]):
        return
    anchor = Anchor(phrase.head, phrase, sentence.clause_of(phrase), how=_foreseen(phrase))
    if prop.attribute == "users":
        said = [a for a in phrase.atoms[: place + 1] if a.tag in ("ADJ", "NOUN", "TITLE")]
        anchor.scope = sentence.passage.text(said[0].first, said[-1].last) if said else ""
        anchor.scope += _extent(sentence, phrase) if said else ""
    elif prop.scope:
        anchor.scope = scope_words(sentence, phrase.atoms[:place])
    found = _beside(sentence, phrase, prop, anchor) or _by_verb(sentence, phrase, prop, anchor)
    found = found or _behind_mark(sentence, phrase, prop, anchor)
    if found is not None:
        anchor.atom = found
        yield anchor


def _extent(sentence: Sentence, phrase: Phrase) -> str:
    """ "Ridership on the network": how far the count goes."""
    over = next((p for p in phrase.attached if p.prep in ("on", "across") and p.head.tag == "NOUN"), None)
    return "" if over is None else f" {over.prep} {sentence.passage.text(over.atoms[0].first, over.head.last)}"


def _number_of(phrase: Phrase, prop: Property) -> Phrase | None:
    """ "the number of employees", "its total of visitors": what is counted."""
    if prop.value != "quantity" or phrase.head.lower not in COUNTS:
        return None
    return next((p for p in phrase.attached if p.prep == "of" and _is_unit(p, prop)), None)


def _is_unit(phrase: Phrase, prop: Property) -> bool:
    word = phrase.head.lower.split()[-1]
    return bool({word, singular(word)} & (prop.units | prop.narrow_units | prop.weak_units)) and not phrase.of("QTY")


def _of_number(sentence: Sentence, phrase: Phrase, counted: Phrase, prop: Property) -> Iterator[Anchor]:
    word = counted.head.lower
    weak = word in prop.weak_units or singular(word) in prop.weak_units
    employed = next((c for c in sentence.clauses if c.subject is counted and c.lemma in prop.verbs), None)
    if weak and employed is None and not any(p.prep in ("at", "in") for p in counted.attached):
        return
    anchor = Anchor(phrase.head, phrase, sentence.clause_of(phrase))
    if prop.attribute == "users" or singular(word) in prop.narrow_units:
        anchor.scope = sentence.passage.text(counted.atoms[0].first, counted.atoms[-1].last)
    by = next((p for p in employed.phrases if p.prep in ("by", "at")), None) if employed is not None else None
    anchor.holder = by or next((p for p in counted.attached if p.prep in ("at", "of", "in", "with")), None)
    found = _by_verb(sentence, phrase, prop, anchor) or _beside(sentence, phrase, prop, anchor)
    if found is not None:
        anchor.atom = found
        yield anchor


# income after costs, or of one source
_OF_PROFIT = frozenset(
    "net operating interest non-interest noninterest pretax pre-tax comprehensive taxable after-tax".split()
)


def _of_profit(sentence: Sentence, atom: Atom) -> bool:
    before = sentence.passage.tokens[max(0, atom.first - 1)].lower
    return atom.lower == "income" and before in _OF_PROFIT


def noun_at(phrase: Phrase, nouns: frozenset[str]) -> int | None:
    """Where the property's noun stands in the phrase: at its head, one word or more."""
    atoms = phrase.atoms
    for k in range(len(atoms) - 1, -1, -1):
        if atoms[k].tag in ("NOUN", "ADJ", "TITLE", "QTY", "NAME") and (
            atoms[k].lower in nouns
            or (k and f"{atoms[k - 1].lower} {atoms[k].lower}" in nouns)
            or (k > 1 and " ".join(a.lower for a in atoms[k - 2 : k + 1]) in nouns)
        ):
            return k if all(a.tag in _TAIL for a in atoms[k + 1 :]) else None
    return None


def amount_in(phrase: Phrase, prop: Property) -> Atom | None:
    """The amount of a phrase that is nothing but one, or counts what the property counts: "410", "410 people"."""
    atom = next((a for a in phrase.atoms if a.tag == TAGS[prop.value]), None)
    if atom is None or prop.value != "quantity":
        return atom
    rest = [a.lower for a in phrase.atoms[phrase.atoms.index(atom) + 1 :]]
    units = prop.units | prop.weak_units | prop.narrow_units
    return atom if not rest or rest[-1] in units or singular(rest[-1]) in units or not units else None


def _of_change(sentence: Sentence, phrase: Phrase) -> bool:
    """ "an increase in sales of €3m", "half of the revenue, €3m": the amount is of the change or the part."""
    holder = governor(sentence, phrase)
    return (
        holder is not None
        and phrase.prep in ("in", "of", "to")
        and (holder.head.lower in _CHANGES or holder.head.tag == "PCT")
    )


def governor(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The phrase that a prepositional phrase hangs on."""
    if not phrase.prep:
        return None
    return next((other for other in sentence.phrases() if phrase in other.attached), None)


def _foreseen(phrase: Phrase) -> Modality | None:
    return "predicted" if any(a.lower in _FORESEEN for a in phrase.atoms[:-1]) else None


def _beside(sentence: Sentence, phrase: Phrase, prop: Property, anchor: Anchor) -> Atom | None:
    """Within the phrase, right behind it ("of A"), right before it ("A in sales"), or in its brackets."""
    inside = next((atom for atom in phrase.atoms if atom.tag == TAGS[prop.value]), None)
    if inside is not None:
        anchor.given = phrase.owner is not None or bool(phrase.poss)
        return inside
    for attached in phrase.attached:
        if attached.prep.split(" ")[-1] in _BEHIND and (amount := amount_in(attached, prop)) is not None:
            anchor.amount = attached
            return amount
        deeper = next((a for a in attached.attached if a.prep == "of" and amount_in(a, prop) is not None), None)
        if attached.prep in ("for", "in", "at", "from", "during", "to") and deeper is not None:
            anchor.amount = deeper
            return amount_in(deeper, prop)
    before = governor(sentence, phrase) if phrase.prep in ("in", "of") else None
    amount = amount_in(before, prop) if before is not None else None
    if before is not None and amount is not None and (before.head is amount or prop.value == "quantity"):
        anchor.amount, anchor.clause = before, sentence.clause_of(before) or anchor.clause
        return amount
    for inner in phrase.parens:
        if inner and isinstance(inner[0], Phrase) and (amount := amount_in(inner[0], prop)) is not None:
            return amount
    return None


def _by_verb(sentence: Sentence, phrase: Phrase, prop: Property, anchor: Anchor) -> Atom | None:
    """The noun is the subject (or the object of "put … at") and the amount stands behind the verb."""
    for clause in sentence.clauses:
        found = None
        if clause.subject is phrase or (clause.subject is not None and phrase in clause.subject.attached):
            found = _behind(clause, prop) if clause.subject is phrase or _numbered(clause.subject) else None
        elif phrase in clause.objects and clause.lemma in _PUT:
            found = next(
                (
                    (p, amount)
                    for p in clause.phrases
                    if p.prep in ("at", "to", "as") and (amount := amount_in(p, prop)) is not None
                ),
                None,
            )
        if found is not None:
            anchor.clause, (anchor.amount, atom) = clause, found
            return atom
    return None


def _numbered(phrase: Phrase) -> bool:
    """ "the number of employees", "the size of its staff"."""
    return phrase.head.lower in ("number", "numbers", "size", "total", "level", "count", "figure")


def _behind(clause: Clause, prop: Property) -> tuple[Phrase, Atom] | None:
    """The amount that a verb of level or change says its subject has."""
    lemma = clause.lemma
    behind: list[Phrase] = []
    if lemma in LEVEL or lemma.split("_")[0] in LEVEL:
        behind += [p for p in (*clause.objects, *clause.phrases) if p.prep.split(" ")[-1] in _TO]
    if lemma in CHANGE or clause.verb.passive:
        behind += [p for p in clause.phrases if p.prep.split(" ")[-1] in ("to", "at")]
    for phrase in behind:
        if (amount := amount_in(phrase, prop)) is not None and not _compared(phrase):
            return phrase, amount
    return None


def _compared(phrase: Phrase) -> bool:
    return phrase.prep.startswith(("compared", "up from", "down from", "against", "from"))


def _behind_mark(sentence: Sentence, phrase: Phrase, prop: Property, anchor: Anchor) -> Atom | None:
    """ "Revenue: €3m", "Staff – 400", "its income, £3.4m,": right behind a mark, with no verb before."""
    i, chunks = phrase.start, sentence.chunks
    if not (i < len(chunks) and chunks[i] is phrase):
        chunks = next((inner for p in sentence.phrases() for inner in p.parens if phrase in inner), [])
        i = chunks.index(phrase) if chunks else 0
        anchor.holder = next((p for p in sentence.chunks if isinstance(p, Phrase) and chunks in p.parens), None)
    if i + 2 >= len(chunks):
        return None
    end = i + 1
    while (
        end + 2 < len(chunks) and isinstance(item := chunks[end], Phrase) and (item in phrase.attached or _time(item))
    ):
        end += 1  # "the outturn on the depot: £7.9m", "income last year: £1.2m"
    if end + 3 < len(chunks) and getattr(chunks[end], "tag", "") == "COMMA" and _time(chunks[end + 1]):
        end += 2  # "income, 2023: £1.3m"
    mark, behind = chunks[end], chunks[end + 1]
    if not isinstance(mark, Mark) or not isinstance(behind, Phrase) or behind.prep:
        return None
    anchor.amount = behind
    verbs = [c for c in chunks[_opening(chunks, i) : i] if isinstance(c, VerbGroup)]
    if mark.tag in ("COLON", "DASH") and all(verb.lemma in _NOTING for verb in verbs):
        return amount_in(behind, prop)
    after = chunks[end + 2] if end + 2 < len(chunks) else None
    closed = after is None or (isinstance(after, Mark) and after.tag in ("COMMA", "STOP", "SEMI", "DASH"))
    return amount_in(behind, prop) if mark.tag == "COMMA" and closed and len(behind.atoms) == 1 else None


def _time(item: Chunk) -> bool:
    """Whether a phrase says nothing but when: "last year", "in 2022", "at 31 December"."""
    return isinstance(item, Phrase) and item.head.tag == "DATE"


_NOTING = frozenset("note report record receive see confirm approve agree be".split())


def _opening(chunks: Sequence[object], i: int) -> int:
    """Where the part of the line begins that holds chunk ``i``: behind the last dot, bar or semicolon."""
    return next((j + 1 for j in range(i - 1, -1, -1) if getattr(chunks[j], "tag", "") in ("SEMI", "MARK")), 0)
