"""Atoms gathered into chunks: noun phrases, verb groups and the marks between them."""

from __future__ import annotations

from typing import cast

from msgspec import Struct, field

from checker.claims.syntax.atoms import NOMINAL, Atom


class Phrase(Struct, eq=False):
    """A noun phrase. ``prep`` is the preposition that governs it; ``of`` the phrases attached to it, by preposition."""

    atoms: list[Atom]
    start: int  # place in the row of chunks
    prep: str = ""
    det: str = ""
    poss: str = ""  # "its", "his", …
    owner: Phrase | None = None  # "Salitre's" of "Salitre's chief executive"
    appositions: list[Phrase] = field(default_factory=list)
    apposed_to: Phrase | None = None
    joined: list[Phrase] = field(default_factory=list)  # "A, B and C": held by the first
    joined_to: Phrase | None = None
    attached: list[Phrase] = field(default_factory=list)  # prepositional phrases right behind
    parens: list[list[Chunk]] = field(default_factory=list)
    object_of: bool = False
    adverb: str = ""  # before an apposition: "now", "formerly"
    head: Atom = cast(Atom, None)  # its last atom: a field, because everything asks for it

    def __post_init__(self) -> None:
        if self.atoms:
            self.head = self.atoms[-1]

    def take(self, atom: Atom) -> None:
        """Let the phrase go on with this atom."""
        self.atoms.append(atom)
        self.head = atom

    def of(self, tag: str) -> list[Atom]:
        return [atom for atom in self.atoms if atom.tag == tag]

    def heads(self) -> list[Phrase]:
        """This phrase and those joined to it."""
        return [self, *self.joined]


class VerbGroup(Struct, eq=False, gc=False):
    """A verb with its auxiliaries. ``tense``: present, past, perfect, pluperfect, none (participle, infinitive)."""

    atoms: list[Atom]
    start: int
    lemma: str
    form: str  # finite, participle, ing, infinitive
    passive: bool = False
    tense: str = "present"
    modal: str = ""
    negated: bool = False
    raised: list[str] = field(default_factory=list)  # "is expected to": the verbs above an infinitive
    particle: str = ""
    inner: list[Atom] = field(default_factory=list)  # dates inside the group: "has today completed"


class Mark(Struct, eq=False, gc=False):
    """Anything between phrases and verbs: COMMA, CONJ, REL, SUB, PREP without a phrase, QUOTE, ADV, …"""

    tag: str
    lower: str
    atom: Atom
    start: int = 0


Chunk = Phrase | VerbGroup | Mark


def chunk(atoms: list[Atom]) -> list[Chunk]:
    """The chunks of a sentence; parentheses are parsed apart and hang on the phrase before them."""
    chunks: list[Chunk] = []
    i = 0
    while i < len(atoms):
        atom = atoms[i]
        if atom.tag == "OPEN":
            end = _closing(atoms, i)
            inner = chunk(atoms[i + 1 : end])
            holder = next((c for c in reversed(chunks) if isinstance(c, Phrase)), None)
            if holder is not None:
                holder.parens.append(inner)
            else:
                chunks += inner
            i = end + 1
        elif _verbal(atoms, i):
            i = _verb_group(atoms, i, chunks)
        elif atom.tag in NOMINAL or atom.tag in ("DET", "POSS", "PRON", "HON") or (atom.tag == "DATE"):
            i = _phrase(atoms, i, chunks)
        else:
            chunks.append(Mark(atom.tag, atom.lower, atom))
            i += 1
    _prepositions(chunks)
    for place, item in enumerate(chunks):
        item.start = place
    return chunks


def _closing(atoms: list[Atom], i: int) -> int:
    depth = 0
    for j in range(i, len(atoms)):
        depth += (atoms[j].tag == "OPEN") - (atoms[j].tag == "CLOSE")
        if depth == 0:
            return j
    return len(atoms)


def _verbal(atoms: list[Atom], i: int) -> bool:
    atom = atoms[i]
    if atom.tag in ("VERB", "MODAL"):
        return True
    if atom.tag in ("ADV", "NEG"):
        j = i
        while j < len(atoms) and atoms[j].tag in ("ADV", "NEG"):
            j += 1
        return j < len(atoms) and atoms[j].tag in ("VERB", "MODAL")
    return atom.lower == "to" and atom.tag == "PREP" and _infinitive(atoms, i)


def _infinitive(atoms: list[Atom], i: int) -> bool:
    j = i + 1
    while j < len(atoms) and atoms[j].tag == "ADV":
        j += 1
    return j < len(atoms) and atoms[j].tag == "VERB" and "base" in atoms[j].tenses


def _verb_group(atoms: list[Atom], i: int, chunks: list[Chunk]) -> int:
    group: list[Atom] = []
    infinitive = atoms[i].lower == "to" and atoms[i].tag == "PREP"
    main: Atom | None = None
    inner: list[Atom] = []
    j = i + 1 if infinitive else i
    while j < len(atoms):
        atom = atoms[j]
        if atom.tag in ("ADV", "NEG", "MODAL"):
            if main is not None and main.lemma not in ("be", "have", "do"):
                break
            if main is not None and not _goes_on(atoms, j, main):
                if atom.tag == "NEG":
                    group.append(atom)
                    j += 1
                    continue
                break
        elif atom.tag == "VERB":
            if main is not None and not _chains(main, atom, group):
                break
            main = atom
        elif atom.tag == "DATE" and main is not None and main.lemma in ("be", "have") and _goes_on(atoms, j + 1, main):
            inner.append(atom)
            j += 1
            continue
        else:
            break
        group.append(atom)
        j += 1
    described = _describe(group, infinitive)
    described.inner = inner
    phrasal = j < len(atoms) and atoms[j].lower in PHRASAL.get(described.lemma, ())
    if atoms[j].lower == "in" and described.lemma in _TAKES_IN if j < len(atoms) else False:
        phrasal = j + 1 < len(atoms) and (atoms[j + 1].tag in ("MONEY", "QTY") or _brought_in(described, atoms[j + 1]))
    if phrasal and atoms[j].tag in ("PREP", "ADV", "ADJ") and not (j + 1 < len(atoms) and atoms[j + 1].tag == "DATE"):
        described.particle = atoms[j].lower
        described.lemma = f"{described.lemma}_{described.particle}"
        j += 1
    chunks.append(described)
    return j


def _brought_in(verb: VerbGroup, after: Atom) -> bool:
    """ "Was brought in as chief", "brought in A to run it", and not "was brought in a van"."""
    if verb.lemma not in ("bring", "swear", "draft", "call"):
        return False
    if verb.passive:
        return after.lower in ("as", "to", "from", "on", "by", "at", "for", "after", "when", "before", ",", ".")
    return after.tag in ("NAME", "HON", "TITLE", "PRON")


_TAKES_IN = frozenset("take pull bring rake swear draft call".split())
PHRASAL = {
    "take": ("up", "over", "on", "out"),
    "set": ("up",),
    "step": ("down", "up", "aside", "back", "in"),
    "snap": ("up",),
    "stand": ("down",),
    "spin": ("off", "out"),
    "buy": ("out", "up"),
    "sell": ("off",),
    "hand": ("over", "in"),
    "lay": ("off", "down"),
    "pack": ("away",),
    "start": ("up", "out"),
    "pick": ("up",),
    "move": ("on",),
    "head": ("up",),
    "carry": ("out",),
    "pull": ("in",),
    "bring": ("in", "on"),
    "ring": ("up",),
    "rack": ("up",),
    "clock": ("up", "off", "out", "on"),
    "chalk": ("up",),
    "notch": ("up",),
    "add": ("up",),
    "end": ("up",),
    "make": ("up",),
    "pay": ("out", "off"),
    "rake": ("in",),
    "tune": ("in",),
    "come": ("on", "aboard", "out"),
    "hang": ("up",),
    "sign": ("up", "on", "off"),
    "swear": ("in",),
    "draft": ("in",),
    "call": ("in",),
    "parachute": ("in",),
    "pop": ("up",),
    "wind": ("up",),
    "build": ("up",),
    "team": ("up",),
    "open": ("up",),
    "shut": ("down",),
    "close": ("down",),
    "bow": ("out",),
    "walk": ("out", "away"),
    "storm": ("out",),
    "drop": ("out",),
    "fill": ("in",),
    "see": ("out",),
    "turn": ("over", "up"),
    "pass": ("away",),
    "stay": ("on",),
    "go": ("through", "back"),
    "date": ("back",),
    "trace": ("back",),
    "switch": ("on",),
    "reach": ("back",),
    "stretch": ("back",),
    "roll": ("out",),
    "put": ("on", "out", "down", "up"),
    "break": ("away",),
    "split": ("off",),
    "pencil": ("in",),
    "scoop": ("up",),
    "gobble": ("up",),
    "swallow": ("up",),
}


def _goes_on(atoms: list[Atom], j: int, main: Atom) -> bool:
    while j < len(atoms) and atoms[j].tag in ("ADV", "NEG"):
        j += 1
    return j < len(atoms) and atoms[j].tag == "VERB" and _chains(main, atoms[j], [])


def _chains(main: Atom, atom: Atom, group: list[Atom]) -> bool:
    if main.lemma == "be":
        return bool(atom.tenses & {"part", "ing"}) or atom.lower in ("being", "been")
    if main.lemma == "have":
        return bool(atom.tenses & {"part"})
    if main.lemma == "do":
        return "base" in atom.tenses
    return False


def _describe(group: list[Atom], infinitive: bool) -> VerbGroup:
    verbs = [atom for atom in group if atom.tag == "VERB"]
    modal = next((atom.lower for atom in group if atom.tag == "MODAL"), "")
    negated = any(atom.tag == "NEG" or atom.lower.endswith("n't") for atom in group)
    main = verbs[-1] if verbs else group[-1]
    helpers = [verb.lemma for verb in verbs[:-1]]
    passive = bool(helpers) and helpers[-1] == "be" and bool(main.tenses & {"part"}) and main.tenses != {"ing"}
    first = verbs[0] if verbs else main
    form = "finite"
    if infinitive:
        form = "infinitive"
    elif not modal and len(verbs) == 1 and first.tenses <= {"ing"}:
        form = "ing"
    elif not modal and len(verbs) == 1 and first.tenses <= {"part"}:
        form, passive = "participle", True
    elif not modal and first.lower in ("being", "having"):
        form = "ing"
    tense = "present"
    if helpers and helpers[0] == "have" and first.tenses & {"past"} and not first.tenses & {"base"}:
        tense = "pluperfect"
    elif helpers and helpers[0] == "have":
        tense = "perfect"
    elif first.tenses & {"past"} or first.lower == "did":
        tense = "past"
    return VerbGroup(group, 0, main.lemma or main.lower, form, passive, tense, modal, negated)


def _phrase(atoms: list[Atom], i: int, chunks: list[Chunk]) -> int:
    phrase = Phrase([], 0)
    j = i
    if atoms[j].tag == "PRON":
        phrase.take(atoms[j])
        chunks.append(phrase)
        return j + 1
    if atoms[j].tag == "DATE" and j + 2 < len(atoms) and atoms[j + 1].tag == "APOS" and atoms[j + 2].tag in NOMINAL:
        phrase.take(atoms[j])  # "this year's congress"
        phrase.det, j = "the", j + 2
    elif atoms[j].tag == "DATE" and not _modifies(atoms, j):
        phrase.take(atoms[j])
        chunks.append(phrase)
        return j + 1
    while j < len(atoms):
        atom = atoms[j]
        if atom.tag == "DET" and not phrase.atoms and not phrase.poss:
            phrase.det = atom.lower
        elif atom.tag == "POSS" and not phrase.atoms:
            phrase.poss = atom.lower
        elif atom.tag == "APOS" and phrase.atoms:
            phrase = Phrase([], 0, owner=phrase)
        elif atom.tag == "HON":
            pass
        elif (
            atom.tag == "TITLE"
            and phrase.atoms
            and phrase.atoms[-1].name is not None
            and phrase.atoms[-1].name.kind == "person"
            and chunks
            and isinstance(chunks[-1], VerbGroup)
        ):
            break  # "appointed A chief executive": two complements
        elif phrase.det == "the" and phrase.atoms and _placer(atoms, j, phrase):
            break  # "the chief executive Northmere put into Dalmar"
        elif phrase.atoms and _own_amount(atoms, j, chunks):
            break  # "brought Acme €9m", "worth $600m two years": an amount of its own
        elif atom.tag in NOMINAL or (atom.tag == "DATE" and _modifies(atoms, j)):
            phrase.take(atom)
        elif (
            atom.tag == "ADV"
            and j + 1 < len(atoms)
            and (
                atoms[j + 1].tag in ("ADJ", "QTY", "TITLE")
                or (
                    atoms[j + 1].tag == "NOUN" and (phrase.det or phrase.poss or phrase.owner) and atom.lower == "first"
                )
            )
            and not phrase.atoms
        ) or (atom.tag == "QUOTE" and phrase.atoms is not None and _small_quote(atoms, j)):
            pass
        else:
            break
        j += 1
    if not phrase.atoms:
        if phrase.owner is not None:
            phrase = phrase.owner
        else:
            chunks.append(Mark(atoms[i].tag, atoms[i].lower, atoms[i]))
            return max(j, i + 1)
    chunks.append(phrase)
    return j


def _own_amount(atoms: list[Atom], j: int, chunks: list[Chunk]) -> bool:
    """Whether the amount at ``j`` is no part of the phrase before it."""
    atom, before = atoms[j], atoms[j - 1]
    if atom.tag not in ("MONEY", "QTY") or atom.mention is None:
        return False
    if before.tag in ("MONEY", "QTY", "DATE"):
        return before.mention is not None
    ends = j + 1 >= len(atoms) or atoms[j + 1].tag not in NOMINAL
    given = bool(chunks) and isinstance(chunks[-1], VerbGroup) and chunks[-1].lemma in _GIVING
    return atom.tag == "MONEY" and before.tag == "NAME" and ends and given


_GIVING = frozenset(
    "bring give cost pay earn lend net save raise win offer owe hand grant land award fine charge".split()
)


def _small_quote(atoms: list[Atom], j: int) -> bool:
    return False


def _modifies(atoms: list[Atom], j: int) -> bool:
    """Whether a date stands before a noun that it belongs to: "2024 revenue", "its January 2023 Series C"."""
    after = atoms[j + 1] if j + 1 < len(atoms) else None
    before = atoms[j - 1] if j else None
    if after is not None and after.tag == "NAME" and before is not None and before.tag == "DET":
        return len(atoms[j].lower) == 4 and atoms[j].lower.isdigit()  # "the 1924 Vardø Regatta"
    if after is None or after.tag not in ("NOUN", "ROUND", "TITLE", "ADJ"):
        return False
    if before is not None and before.tag == "PREP" and j > 1 and atoms[j - 2].tag in ("MONEY", "QTY", "PCT"):
        return after.tag == "NOUN"  # "$1.2bn in 2024 revenue"
    return (before is not None and before.tag in ("POSS", "DET", "APOS", "ADJ", "NOUN", "NAME")) or (
        after.tag == "NOUN" and before is None
    )


def _prepositions(chunks: list[Chunk]) -> None:
    """Give each phrase the preposition before it, and hang it on the phrase that stands right before that."""
    i = 0
    while i + 1 < len(chunks):
        item = chunks[i]
        if isinstance(item, Mark) and item.tag == "PREP":
            following = chunks[i + 1]
            word = item.lower
            if isinstance(following, Mark) and following.tag == "PREP":
                following.lower = f"{word} {following.lower}"
                del chunks[i]
                continue
            if (
                isinstance(following, Mark)
                and following.tag == "ADV"
                and i + 2 < len(chunks)
                and isinstance(chunks[i + 2], Phrase)
            ):
                del chunks[i + 1]
                following = chunks[i + 1]
            if isinstance(following, Phrase):
                following.prep = word
                del chunks[i]
                if i and isinstance(chunks[i - 1], Phrase):
                    previous = chunks[i - 1]
                    previous.attached.append(following)  # type: ignore[union-attr]
                continue
        i += 1


PLACING = frozenset(
    "put install instal place pick choose select hire recruit parachute appoint bring_in send draft impose".split()
)


def _placer(atoms: list[Atom], j: int, phrase: Phrase) -> bool:
    """Whether a name behind a title is of who put its holder there."""
    name = atoms[j].name if atoms[j].tag == "NAME" else None
    if name is None or name.kind == "person" or phrase.atoms[-1].tag != "TITLE" or j + 1 >= len(atoms):
        return False
    verb = atoms[j + 1]
    return verb.tag == "VERB" and verb.lemma in PLACING and "past" in verb.tenses
