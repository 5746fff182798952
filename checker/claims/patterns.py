"""Clause patterns: "{organization} appoint {person} [as {title}] [{date}]", matched over clauses, never over word
order.

A pattern is a plain sentence in its base form: subject, verb (alternatives by ``|``, a particle by ``_``), objects,
then phrases by preposition. ``[…]`` is optional, ``{slot}`` takes a phrase that can be of the slot's type, and a bare
word must be the head of the object ("first_visitors" for two words, "its_base" with a possessive or "the"). Passive,
relative, participial, coordinated and infinitive forms need no pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct, structs

from checker import lazy
from checker.claims import own
from checker.claims.atoms import IMPLIED, Atom
from checker.claims.called import is_numbered
from checker.claims.chunks import Phrase
from checker.claims.clauses import Clause
from checker.claims.descriptions import SHARES, describes, is_person
from checker.claims.groups import kind_of
from checker.claims.references import together
from checker.claims.scene import named
from checker.errors import UserError
from checker.packs.vocabulary import Vocabulary

_PIECE = lazy.compile(r"\[[^\]]*\]|\S+")
_SLOT = lazy.compile(r"\{(\w+)(\?)?\}")
MENTIONS = {
    "money": "MONEY",
    "date": "DATE",
    "quantity": "QTY",
    "percent": "PCT",
    "measure": "QTY",
    "round": "ROUND",
    "title": "TITLE",
    "span": "DATE",
}


class Item(Struct, frozen=True):
    """One complement: a slot or a fixed head, by preposition ("" for an object), maybe optional."""

    slot: str
    prepositions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    optional: bool = False
    by: tuple[str, ...] = ()  # the prepositions before a fixed head: "in post"


class Pattern(Struct, frozen=True):
    """A compiled pattern."""

    text: str
    subject: str  # slot, or "" for any
    lemmas: tuple[str, ...]
    items: tuple[Item, ...]
    needs_subject: bool = True
    wanted: frozenset[str] = frozenset()  # one of these has to be said: the first fixed head that is not optional
    takes: bool = True  # whether there is a place for an object
    actor: str = ""  # the type that who does it has to have


class Binding(Struct):
    """What a slot took: the phrase, and the atom that gives the value where the type is one of amounts and dates."""

    phrase: Phrase
    atom: Atom | None = None


Fits = dict[tuple[int, str], Binding | None]  # (identity of a phrase, type) -> how it fills a slot of that type


@lru_cache(maxsize=4096)
def compile_pattern(text: str, origin: str = "") -> Pattern:
    """The pattern in ``text``; UserError says what is wrong with it."""
    pieces = _PIECE.findall(text)
    if sum(piece.startswith("[") for piece in pieces) != text.count("[") or text.count("[") != text.count("]"):
        raise UserError(f'pattern "{text}": each "[" is closed by a "]", and none stands in another', origin)
    subject, needs = "", True
    if pieces and (slot := _SLOT.fullmatch(pieces[0])):
        subject, needs = slot[1], slot[2] is None
        pieces = pieces[1:]
    if not pieces or not re.fullmatch(r"[\w|-]+", pieces[0]):
        raise UserError(
            f'pattern "{text}" names no verb after its subject; write for example "{{subject}} join {{value}}"', origin
        )
    items = _with_prepositions([_item(piece, following, text, origin) for piece, following in _pairs(pieces[1:])])
    fixed = next((frozenset(item.words) for item in items if not item.slot and not item.optional), frozenset[str]())
    return Pattern(text, subject, tuple(pieces[0].split("|")), items, needs, fixed)


def typed(pattern: Pattern, types: Mapping[str, str]) -> Pattern:
    """The pattern with what follows from its slots' types."""
    takes = any(not item.prepositions and types.get(item.slot) not in ("date", "span") for item in pattern.items)
    actor = types.get(pattern.subject, "any") if pattern.subject and pattern.needs_subject else ""
    return structs.replace(pattern, takes=takes, actor=actor)


def unknown_slots(pattern: Pattern, types: Mapping[str, str]) -> list[str]:
    """Slots that fill nothing: neither of these nor, as "{x}" or "{buyer?}", only there to be passed over."""
    subject = [pattern.subject] if pattern.needs_subject and pattern.subject else []
    said = (*subject, *(item.slot for item in pattern.items))
    return [name for name in said if name not in ("", "x") and name not in types]


def _with_prepositions(items: list[Item]) -> tuple[Item, ...]:
    """A bare preposition before a fixed head belongs to it: "in post"."""
    kept: list[Item] = []
    for item in items:
        before = kept[-1] if kept else None
        if (
            before is not None
            and not before.slot
            and not item.slot
            and all(word in _PREPOSITIONS for word in before.words)
        ):
            kept[-1] = Item("", (), item.words, item.optional, before.words)
        else:
            kept.append(item)
    return tuple(kept)


def _pairs(pieces: list[str]) -> list[tuple[str, bool]]:
    """Join "for" "{price}" to one piece; the flag says optional."""
    joined: list[tuple[str, bool]] = []
    words: list[str] = []
    for piece in pieces:
        if piece.startswith("["):
            joined.append((piece[1:-1], True))
        elif _SLOT.fullmatch(piece):
            governs = bool(words) and all(word in _PREPOSITIONS for word in words[-1].split("|"))
            joined += [(word, False) for word in (words[:-1] if governs else words)]
            joined.append((" ".join([*(words[-1:] if governs else []), piece]), False))
            words = []
        else:
            words.append(piece)
    if words:
        joined.append((" ".join(words), False))
    return joined


_PREPOSITIONS = frozenset(
    (
        "of in on at for from to by with as since until into over under between through without within about "
        "near out against via worth per after before alongside behind among toward towards upon till"
    ).split()
)


def _item(piece: str, optional: bool, text: str, origin: str) -> Item:
    slot = _SLOT.search(piece)
    before = piece[: slot.start()].split() if slot else piece.split()
    prepositions = tuple(before[-1].split("|")) if slot and before else ()
    if slot is None and not before:
        raise UserError(f'pattern "{text}" has an empty optional part', origin)
    return Item(slot[1] if slot else "", prepositions, () if slot else tuple(before[0].split("|")), optional)


def heads_said(clause: Clause) -> set[str]:
    """Every word that a fixed head of a pattern can be in the clause, as ``_worded`` and ``_complement`` look."""
    said = {clause.verb.particle}
    for phrase in (*clause.objects, *clause.phrases, *clause.others, *([clause.subject] if clause.subject else [])):
        last = phrase.atoms[-1].lower
        said.update((last, f"its_{last}"))
        if len(phrase.atoms) > 1:
            before = phrase.atoms[-2].lower
            said.update((before, f"{before}_{last}"))
    return said


def match(
    pattern: Pattern, clause: Clause, types: dict[str, str], words: Vocabulary, fits: Fits | None = None
) -> dict[str, Binding] | None:
    """The bindings of ``pattern`` in ``clause``, or None. ``types`` gives each slot's type; ``fits`` is what was found
    of the clause's phrases for other patterns."""
    if clause.verb.lemma not in pattern.lemmas:
        return None
    fits = {} if fits is None else fits
    found = _match(pattern, clause, types, words, fits)
    if found is None and clause.others:
        chosen = clause.subject
        for other in clause.others:
            clause.subject = other
            found = _match(pattern, clause, types, words, fits)
            if found is not None:
                break
        clause.subject = chosen
    return found


def _match(
    pattern: Pattern, clause: Clause, types: dict[str, str], words: Vocabulary, fits: Fits
) -> dict[str, Binding] | None:
    subject, objects, phrases = _sides(clause)
    found: dict[str, Binding] = {}
    if pattern.subject:
        bound = fit(subject, types.get(pattern.subject, "any"), words, fits) if subject is not None else None
        if bound is not None:
            found[pattern.subject] = bound
        elif pattern.needs_subject and (subject is not None or not clause.verb.passive):
            return None
    rest = [p for p in objects if p.atoms[-1].lower not in ("there", "here")]
    if rest and not pattern.takes:
        return None
    used: set[int] = set()
    for item in pattern.items:
        bound = _complement(item, rest, phrases, clause, types, words, used, fits)
        if bound is None and not item.optional:
            return None
        if bound is not None and item.slot:
            found[item.slot] = bound
    return found


def fit(phrase: Phrase, kind: str, words: Vocabulary, fits: Fits) -> Binding | None:
    """As ``_bind``, asked once for a phrase and a type."""
    key = id(phrase), kind
    if key not in fits:
        fits[key] = _bind(phrase, kind, words)
    return fits[key]


def _sides(clause: Clause) -> tuple[Phrase | None, list[Phrase], list[Phrase]]:
    """Who does it, to whom, and the rest: the passive turned round."""
    if not clause.verb.passive:
        return clause.subject, clause.objects, clause.phrases
    agent = next(
        (
            p
            for p in clause.phrases
            if p.prep.split(" ")[-1] == "by" and p.head.tag not in ("DATE", "MONEY", "QTY", "PCT")
        ),
        None,
    )
    patient = [clause.subject] if clause.subject is not None else []
    return agent, [*patient, *clause.objects], [p for p in clause.phrases if p is not agent]


def _complement(
    item: Item,
    rest: list[Phrase],
    phrases: list[Phrase],
    clause: Clause,
    types: dict[str, str],
    words: Vocabulary,
    used: set[int],
    fits: Fits,
) -> Binding | None:
    kind = types.get(item.slot, "any")
    if not item.slot:
        if clause.verb.particle and clause.verb.particle in item.words:
            return Binding(Phrase(clause.verb.atoms, clause.verb.start))
        return _fixed(item, rest, phrases)
    if kind == "date" and not item.prepositions:
        return _date(clause, used)
    if kind == "span":
        return next((b for p in clause.dates if (b := fit(p, "span", words, fits)) is not None), None)
    if item.prepositions:
        for phrase in phrases:
            if (id(phrase) not in used and phrase.prep.split(" ")[-1] in item.prepositions) or (
                phrase.prep in item.prepositions and id(phrase) not in used
            ):
                bound = fit(phrase, kind, words, fits)
                if bound is not None:
                    used.add(id(phrase))
                    return bound
        if clause.where is not None and {"in", "at"} & set(item.prepositions):
            return fit(clause.where, kind, words, fits)
        return None
    for n, phrase in enumerate(rest):
        bound = fit(phrase, kind, words, fits)
        if bound is not None:
            del rest[n]
            return bound
        if n == 0 and not item.optional and kind in ("person", "organization"):
            return None
    return None


def _fixed(item: Item, rest: list[Phrase], phrases: list[Phrase]) -> Binding | None:
    for n, phrase in enumerate(rest[:1]):
        if not item.by and _worded(phrase, item.words):
            del rest[n]
            return Binding(phrase)
    return (
        next((Binding(p) for p in phrases if p.prep in item.by and _worded(p, item.words)), None) if item.by else None
    )


def _worded(phrase: Phrase, words: tuple[str, ...]) -> bool:
    """Whether a phrase has one of the words for its head, "first_visitors" two, "its_base" that of its possessor."""
    lowers = [atom.lower for atom in phrase.atoms]
    if lowers[-1] in words or (len(lowers) > 1 and (lowers[-2] in words or "_".join(lowers[-2:]) in words)):
        return True
    return bool(phrase.poss or phrase.det == "the") and f"its_{lowers[-1]}" in words


_NOT_EVENT = frozenset(
    ("by", "before", "after", "until", "till", "from", "than", "compared", "for", "over", "within", "of", "since then")
)


def _date(clause: Clause, used: set[int]) -> Binding | None:
    """The date of the event: the first that no limiting preposition governs."""
    for phrase in clause.dates:
        limits = _NOT_EVENT - _ONLY_THEN if only_then(clause) else _NOT_EVENT
        if phrase.prep.split(" ")[-1] in limits or id(phrase) in used:
            continue
        atom = next((a for a in phrase.atoms if a.tag == "DATE"), None)
        if atom is not None and dated(atom):
            return Binding(phrase, atom)
    return None


_ONLY_THEN = frozenset(("until", "till", "before"))


def only_then(clause: Clause) -> bool:
    """ "Did not open until 1907": it happened then, and no sooner."""
    return clause.verb.negated and any(p.prep.split(" ")[-1] in _ONLY_THEN for p in clause.dates)


def _span(atom: Atom) -> bool:
    """Whether a date is a stretch with both ends: "from 2008 to 2014"."""
    edtf = atom.mention.value.edtf or "" if atom.mention is not None and atom.mention.value is not None else ""
    text = atom.lower
    return (
        edtf.count("/") == 1
        and ".." not in edtf
        and any(word in text for word in (" to ", "–", "-", " until ", " and "))
        and "quarter" not in text
        and "half" not in text
    )


def dated(atom: Atom) -> bool:
    """Whether a date is known well enough to be claimed: its year at least."""
    value = atom.mention.value if atom.mention is not None else None
    return value is not None and bool(value.edtf) and not (value.edtf or "").startswith("XXXX")


def _bind(phrase: Phrase, kind: str, words: Vocabulary) -> Binding | None:
    """Whether ``phrase`` can fill a slot of ``kind``."""
    if kind in MENTIONS:
        if kind == "title" and phrase.head.lower == "one":
            phrase = next((p for p in phrase.attached if p.prep == "of"), phrase)  # "one of three vice presidents"
        if kind in ("date", "span") and phrase.head.lower in (
            "retirement",
            "departure",
            "resignation",
            "death",
            "arrival",
        ):
            phrase = next((p for p in phrase.attached if p.prep in ("in", "on")), phrase)
        if kind == "money" and phrase.head.lower in _SUMS:
            phrase = next((p for p in phrase.attached if p.prep == "of"), phrase)
        atom = next(
            (
                a
                for a in reversed(phrase.atoms)
                if a.tag == MENTIONS[kind] and (kind not in ("date", "span") or dated(a))
            ),
            None,
        )
        if kind == "span" and atom is not None and not _span(atom):
            return None
        return Binding(phrase, atom) if atom is not None else None
    head = phrase.head
    if kind == "version":
        return Binding(phrase) if any(char.isdigit() for atom in phrase.atoms for char in atom.lower) else None
    if kind == "person":
        return Binding(phrase) if _can_be_person(phrase, words) else None
    if kind == "organization":
        return Binding(phrase) if _can_be_organization(phrase, words) else None
    if kind == "place":
        return (
            Binding(phrase, head)
            if head.tag == "NAME" and head.name is not None and head.name.kind in ("place", "", "organization")
            else None
        )
    if kind == "team":
        return (
            Binding(phrase, head)
            if (head.lower in TEAM_NOUNS and any(a.tag in ("NOUN", "NAME", "ADJ") for a in phrase.atoms[:-1]))
            or (head.tag == "NAME" and head.lower.split()[-1] in TEAM_NOUNS)
            else None
        )
    if kind in ("text", "any"):
        return Binding(phrase)
    if kind in ("product", "project", "event", "thing"):
        return Binding(phrase, head) if _can_be_thing(phrase, words) else None
    return Binding(phrase, head) if own.is_own(kind) and own.can_be(phrase) else None


_SUMS = frozenset(
    "consideration sum price total fee amount cost payment outlay".split()
)  # "for a consideration of £6m"
TEAM_NOUNS = frozenset("team division unit department group lab laboratory desk squad section directorate".split())


def _can_be_person(phrase: Phrase, words: Vocabulary) -> bool:
    head = phrase.head
    if head.tag == "PRON":
        return head.lower in _PERSONAL
    names = phrase.of("NAME")
    if names and named(names[-1], "person"):
        return head.tag in ("NAME", "TITLE")
    if (
        phrase.of("TITLE")
        or _one_of_two(phrase)
        or together(phrase)
        or any(_is_person(p.head) for p in phrase.appositions)
    ):
        return True
    return head.lower in words.words["person_descriptors"] or is_person(phrase, words)


_PERSONAL = frozenset((IMPLIED, *"he she him her i me you who they both himself herself".split()))


def _is_person(head: Atom) -> bool:
    return head.tag == "NAME" and head.is_a("person")


def _one_of_two(phrase: Phrase) -> bool:
    return phrase.det == "the" and len(phrase.atoms) == 1 and phrase.head.lower in ("former", "latter")


def _can_be_organization(phrase: Phrase, words: Vocabulary) -> bool:
    head = phrase.head
    if head.tag == "PRON":
        return head.lower in (IMPLIED, "it", "they", "we", "them", "us", "itself", "themselves")
    if head.tag == "NAME":
        return named(head, "organization")
    if head.lower in SHARES or head.tag == "PCT":
        return any(p.prep in ("of", "in") and p.head.tag in ("NAME", "NOUN", "PRON") for p in phrase.attached)
    if head.lower in ("board", "trustees", "directors", "shareholders") or _one_of_two(phrase):
        return True
    return describes(head, words)


def _can_be_thing(phrase: Phrase, words: Vocabulary) -> bool:
    head = phrase.head
    if head.tag == "PRON":
        return head.lower in ("it", "they", "this", "these")
    if head.tag == "NAME":
        return head.name is not None and head.name.kind not in ("person", "place")
    if head.lower in words.words["work_nouns"] or is_numbered(phrase):
        return True
    if any(
        p.head.tag == "NAME" and p.head.name is not None and p.head.name.kind in ("product", "project", "event", "")
        for p in phrase.appositions
    ):
        return True
    lists = words.words
    if any(a.tag == "QTY" for a in phrase.atoms) and any(a.lower in ("version", "release") for a in phrase.atoms):
        return True
    return head.tag == "NOUN" and (
        head.lower in lists["product_nouns"]
        or head.lower in lists["project_nouns"]
        or head.lower in lists["event_nouns"]
    )


def can_be(phrase: Phrase, kind: str, words: Vocabulary) -> bool:
    """Whether a phrase can stand in a slot of that type."""
    return _bind(phrase, kind, words) is not None


def is_title(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether the phrase's head is a title."""
    return kind_of(phrase, words) == "title"
