"""A sentence as a row of atoms: names, titles, dates, amounts, and words with their part of speech."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from checker.packs.vocabulary import Vocabulary, vocabulary
from checker.passages import Mention, Name, Page, Passage

OPENING = frozenset('"“«„')
CLOSING = frozenset('"”»')
_KINDS = {
    "date": "DATE",
    "money": "MONEY",
    "quantity": "QTY",
    "percent": "PCT",
    "round": "ROUND",
    "title": "TITLE",
    "name": "NAME",
}
IMPLIED = "∅"  # the pronoun that nobody wrote: the subject of a fragment
NOMINAL = frozenset(("NAME", "TITLE", "NOUN", "ADJ", "QTY", "MONEY", "PCT", "ROUND"))


class Atom(Struct, gc=False, eq=False):
    """One unit of a sentence. ``tag``: NAME TITLE DATE MONEY QTY PCT ROUND, DET POSS PRON REL CONJ SUB PREP MODAL
    NEG VERB ADV ADJ NOUN HON, APOS (possessive 's), COMMA STOP COLON DASH OPEN CLOSE QUOTE MARK."""

    tag: str
    lower: str
    first: int
    last: int
    lemma: str = ""
    tenses: frozenset[str] = frozenset()
    mention: Mention | None = None
    name: Name | None = None

    def is_a(self, kind: str) -> bool:
        """Whether it is a name that is held to be of this kind."""
        return self.name is not None and self.name.kind == kind


def atomise(passage: Passage, first: int, last: int, page: Page, words: Vocabulary) -> list[Atom]:
    """The atoms of the tokens ``first:last`` of ``passage``."""
    from checker.claims import amounts, idioms

    starts = {m.first: m for m in passage.within(first, last) if m.last <= last}
    soft = {i for m in starts.values() for i in range(m.first - amounts.softeners(passage, m), m.first)}
    atoms: list[Atom] = []
    i = first
    while i < last:
        mention = starts.get(i)
        if mention is not None and mention.kind == "based":
            atoms.append(Atom("ADJ", passage.tokens[i].lower, i, i + 1, "based", mention=mention))
            i += 1
        elif mention is not None:
            name = page.names.get(mention.key) if mention.kind == "name" else None
            atoms.append(
                Atom(
                    _KINDS[mention.kind],
                    " ".join(t.lower for t in passage.tokens[i : mention.last]),
                    i,
                    mention.last,
                    mention=mention,
                    name=name,
                )
            )
            if mention.kind == "quantity" and mention.last == i + 1 and "-" in passage.tokens[i].text:
                atoms[-1] = amounts.strong(passage.tokens[i].text, passage.tokens[i].lower, i) or atoms[-1]
            i = mention.last
        elif i in soft and i >= first:
            i += 1
        else:
            text, lower = passage.tokens[i].text, passage.tokens[i].lower
            counted = amounts.strong(text, lower, i) if "-" in text else None
            atoms.append(counted or _word(text, lower, i))
            i += 1
    for i, atom in enumerate(atoms):
        if atom.tag == "APOS" and atom.lower == "'":
            _apostrophe(atom, atoms[i - 1] if i else None, atoms[i + 1] if i + 1 < len(atoms) else None, passage)
    atoms = idioms.joined(amounts.undated(_with_earlier(_without_small_quotes(_without_points(atoms)))))
    _disambiguate(atoms, words)
    return atoms


def _without_points(atoms: list[Atom]) -> list[Atom]:
    """The point of "Prof. Stan" ends nothing."""
    dropped = {
        i
        for i, atom in enumerate(atoms[1:-1], 1)
        if atom.lower == "." and atoms[i - 1].tag == "HON" and atoms[i + 1].tag == "NAME"
    }
    return [atom for i, atom in enumerate(atoms) if i not in dropped] if dropped else atoms


def _with_earlier(atoms: list[Atom]) -> list[Atom]:
    """ "… and before that a clerk at Acme": what comes before is the adjective "previous" of a title."""
    made: list[Atom] = []
    i = 0
    while i < len(atoms):
        if (
            atoms[i].lower == "before"
            and i
            and atoms[i - 1].tag in ("CONJ", "COMMA")
            and i + 2 < len(atoms)
            and atoms[i + 1].lower in ("that", "then")
        ):
            j = i + 3 if atoms[i + 2].tag == "DET" else i + 2
            if j < len(atoms) and atoms[j].tag == "TITLE":
                made.append(Atom("ADJ", "previous", atoms[i].first, atoms[j - 1].last))
                i = j
                continue
        made.append(atoms[i])
        i += 1
    return made


def _without_small_quotes(atoms: list[Atom]) -> list[Atom]:
    """Quotation marks round a word or two ("comfortably") go; those round speech stay."""
    dropped: set[int] = set()
    opened: int | None = None
    for i, atom in enumerate(atoms):
        if atom.tag != "QUOTE":
            continue
        if (
            opened is not None
            and i - opened <= 6
            and not any(
                a.tag in ("PRON", "MODAL", "STOP")
                or (a.tag == "VERB" and a.tenses & {"s", "past"} and not a.tenses & {"part"})
                for a in atoms[opened + 1 : i]
            )
        ):
            dropped |= {opened, i}
            opened = None
        else:
            opened = i
    return [atom for i, atom in enumerate(atoms) if i not in dropped] if dropped else atoms


_ED_NOUNS = frozenset("hundred kindred hatred sacred naked wicked rugged ragged aged beloved moped".split())
_MARKS = {
    ",": "COMMA",
    ".": "STOP",
    "!": "STOP",
    "?": "STOP",
    "…": "STOP",
    ":": "COLON",
    ";": "SEMI",
    "(": "OPEN",
    ")": "CLOSE",
    "[": "OPEN",
    "]": "CLOSE",
    "–": "DASH",
    "—": "DASH",
    "-": "DASH",
    "--": "DASH",
    "·": "SEMI",
    "•": "SEMI",
    "|": "SEMI",
    "/": "SLASH",
}


def _word(text: str, lower: str, i: int) -> Atom:
    known = _alone(text, lower)
    return Atom(known.tag, known.lower, i, i + 1, known.lemma, known.tenses)


@lru_cache(maxsize=1 << 14)
def _alone(text: str, lower: str) -> Atom:
    """What a word is, as far as it says so itself."""
    i, words = 0, vocabulary()
    if text in _MARKS:
        return Atom(_MARKS[text], text, i, i + 1)
    if text in ("'", "’"):
        return Atom("APOS", "'", i, i + 1)
    if text in OPENING or text in CLOSING or text == "‘":
        return Atom("QUOTE", text, i, i + 1)
    form = words.verbs.get(lower)
    tag = _closed(lower, words)
    if tag is None and lower in _BE_CLITICS:
        tag = "APOS"
    if tag is None and lower.rstrip(".") in words.words["honorifics"] and text[0].isupper():
        tag = "HON"
    if tag is None:
        tag = (
            "VERB"
            if form is not None
            else "ADJ"
            if lower in words.words["adjectives"] or lower in _STATUS_ADJECTIVES
            else "NOUN"
            if any(lower in words.words[name] for name in _NOUN_LISTS)
            else _guess(lower)
        )
    if (
        tag == "NOUN"
        and form is None
        and lower.endswith("ed")
        and not lower.endswith("eed")
        and len(lower) > 5
        and lower.isalpha()
        and text[0].islower()
        and lower not in _ED_NOUNS
    ):
        return Atom("VERB", lower, i, i + 1, _base(lower, words), frozenset(("past", "part")))
    if (
        tag == "NOUN"
        and text[0].isupper()
        and not text.isupper()
        and (lower in words.words["organization_nouns"] or lower in words.words["organization_descriptors"])
    ):
        return Atom(tag, lower, i, i + 1, "issuer")
    if tag in ("VERB", "APOS") and form is not None:
        return Atom(tag, lower, i, i + 1, form.lemma, form.tenses)
    return Atom(tag, lower, i, i + 1)


def _base(lower: str, words: Vocabulary) -> str:
    """The verb that a form in "ed" is of: "seconded" of "second", "surfaced" of "surface"."""
    common = words.words["common"]
    return lower[:-1] if lower[:-1] in common and lower[:-2] not in common else lower[:-2]


_BE_CLITICS = frozenset(("'s", "'"))
_STATUS_ADJECTIVES = frozenset(
    "former then ex previous outgoing incoming acting interim retired founding ousted departed designate".split()
)
_CLOSED = (
    ("PRON", "pronouns"),
    ("POSS", "possessives"),
    ("MODAL", "modals"),
    ("NEG", "negations"),
    ("CONJ", "conjunctions"),
)


def _closed(lower: str, words: Vocabulary) -> str | None:
    lists = words.words
    if lower in ("who", "which", "whom", "whose", "that", "where"):
        return "REL"
    if lower in ("not", "never", "n't", "cannot"):
        return "NEG"
    if lower in ("his", "her", "its", "their", "our", "my", "your"):
        return "POSS"
    if lower in lists["modals"]:
        return "MODAL"
    if lower == "aged":
        return "PREP"
    if lower in ("then", "late", "former"):
        return "ADJ"
    if lower in ("to", "worth"):
        return "PREP"
    if lower in lists["pronouns"]:
        return "PRON"
    if lower in ("and", "or", "but", "nor", "&"):
        return "CONJ"
    if lower in ("after", "before", "since", "until", "as", "than", "till"):
        return "PREP"
    if lower in lists["determiners"] and lower not in ("most", "more", "all"):
        return "DET"
    if lower in lists["subordinators"]:
        return "SUB"
    if lower in lists["prepositions"]:
        return "PREP"
    return "ADV" if lower in lists["adverbs"] else None


_NOUN_LISTS = ("organization_descriptors", "person_descriptors", "product_nouns", "project_nouns", "event_nouns")
_ABLE_NOUNS = frozenset(
    "turntable timetable vegetable constable cable stable syllable parable fable gable bible collectible".split()
)
_LY_NOUNS = frozenset(
    (
        "tally ally bully gully holly filly panoply family assembly supply monopoly anomaly butterfly dragonfly reply "
        "rally folly belly jelly lily homily"
    ).split()
)


def _guess(lower: str) -> str:
    if not lower[0].isalpha():
        return "QTY" if lower[0].isdigit() else "MARK"
    if lower in _ABLE_NOUNS:
        return "NOUN"
    if lower.endswith("ly") and len(lower) > 4 and lower not in _LY_NOUNS:
        return "ADV"
    if (
        lower.endswith(
            (
                "ous",
                "ful",
                "ive",
                "able",
                "ible",
                "ical",
                "less",
                "-based",
                "-born",
                "-old",
                "-year",
                "-led",
                "-backed",
                "-listed",
                "-owned",
                "-strong",
                "ish",
            )
        )
        and len(lower) > 4
    ):
        return "ADJ"
    return "NOUN"


_EVERY = frozenset("monthly weekly daily yearly quarterly hourly early".split())
_REFLEXIVE = frozenset("itself himself herself themselves ourselves myself".split())


def _disambiguate(atoms: list[Atom], words: Vocabulary) -> None:
    for i, atom in enumerate(atoms):
        before = atoms[i - 1] if i else None
        after = atoms[i + 1] if i + 1 < len(atoms) else None
        if atom.tag == "APOS":
            _apostrophe(atom, before, after, None)
        elif atom.tag == "TITLE":
            _title_or_verb(atom, before, after, words)
        elif atom.lower == "once" and before is not None and (before.tag == "REL" or before.lower in ("had", "has")):
            atom.tag = "ADV"  # "who once ran the line"
        elif atom.lower in _EVERY and before is not None and before.tag in ("DET", "POSS", "NOUN", "ADJ"):
            if after is not None and (after.tag == "NOUN" or "base" in after.tenses):
                atom.tag = "ADJ"  # "the average monthly number of"
        elif atom.lower in _REFLEXIVE and before is not None and before.tag in ("NOUN", "NAME", "TITLE"):
            atom.tag = "ADV"  # "the hall itself was opened"
        elif atom.lower == "late" and before is not None and before.tag == "COMMA" and after is not None:
            atom.tag = "ADV" if after.lower == "of" else atom.tag  # "A, late of the Rifles,"
        elif atom.lower in ("both", "each") and after is not None and _acts(after):
            atom.tag = "PRON" if atom.lower == "both" and _opens(before, after) else "ADV"
        elif atom.lower in _EMPHATIC and before is not None and before.tag in ("NAME", "NOUN", "TITLE"):
            atom.tag = "ADV"  # "Holm itself has a staff of six"
        elif atom.lower in ("all", "both", "half") and after is not None and after.tag in ("DET", "POSS"):
            atom.tag = "ADV"  # "all the shares"
        elif atom.lower == "total" and after is not None and (after.tag == "NOUN" or "base" in after.tenses):
            atom.tag = "ADJ"  # "the total cost of"
        elif atom.tag == "VERB" and _described_so(before, atoms[i - 2] if i > 1 else None, atom, after):
            atom.tag = "ADJ"  # "the newly created post"
        elif atom.tag == "VERB":
            _verb_or_noun(atom, i, atoms)
        elif atom.lower == "since" and after is not None and i + 2 < len(atoms) and _since_done(after, atoms[i + 2]):
            atom.tag = "ADV"  # "X, since acquired by Y"
        elif atom.lower == "since" and before is not None and before.lemma == "have" and after is not None:
            atom.tag = "ADV" if after.tag in ("VERB", "ADV") else atom.tag  # "has since been"
        elif atom.lower == "'d" and after is not None and after.tag == "VERB" and after.tenses <= {"part"}:
            atom.tag, atom.lemma, atom.tenses = "VERB", "have", frozenset({"past"})  # "who'd been"
        elif atom.tag == "DET" and atom.lower in ("these", "those", "both", "each") and _finite_next(after):
            atom.tag = "PRON"  # "the last of these put"
        elif atom.lower in ("last", "first") and before is not None and before.tag == "DET" and after is not None:
            nominal = after.tag in NOMINAL or _begins_noun(after)
            atom.tag = "NOUN" if after.lower == "of" else "ADJ" if nominal else atom.tag
        elif atom.lower == "due" and after is not None and after.lower == "to" and i + 2 < len(atoms):
            atom.tag = "ADV" if "base" in atoms[i + 2].tenses else atom.tag  # "X, due to open in May,"
        elif atom.lower == "close" and after is not None and after.lower == "to" and before is not None:
            atom.tag = "ADJ" if before.tag == "NOUN" else atom.tag  # "people close to the talks"
        elif (
            atom.tag == "ADV"
            and before is not None
            and before.tag in ("DET", "POSS", "APOS")
            and after is not None
            and _begins_noun(after)
            and atom.lower in words.words["adjectives"]
        ):
            atom.tag = "ADJ"  # "its first novel"
        elif atom.tag == "ADV" and atom.lower in _FREQUENT and after is not None and after.tag in NOMINAL:
            atom.tag = "ADJ"
        elif atom.lower == "then" and (after is None or after.tag not in ("NOUN", "TITLE", "NAME", "ADJ")):
            atom.tag = "ADV"
        elif atom.lower == "once" and after is not None and after.tag == "TITLE" and before is not None:
            atom.tag = "ADJ" if before.tag in ("CONJ", "COMMA") else atom.tag
        elif atom.tag == "REL" and atom.lower == "that":
            _that(atom, before, after, _tells(atoms, i))
        elif (
            atom.tag in ("PREP", "DET", "SUB")
            and after is not None
            and after.tag in ("QTY", "MONEY", "PCT")
            and atom.lower in _ABOUT
        ):
            atom.tag = "ADV"
        elif (
            atom.tag == "PREP"
            and atom.lower == "as"
            and before is not None
            and (before.tag == "REL" or before.lower in _HELD_AS)
        ):
            continue  # "her successor as dean was A"
        elif atom.tag == "PREP" and atom.lower in ("after", "before", "since", "until", "as", "than", "till"):
            opens = before is None or before.tag in ("COMMA", "QUOTE", "STOP")
            posted = opens and atom.lower == "as" and after is not None and after.tag == "TITLE"  # "As treasurer I …"
            if not posted and _clause_follows(atoms, i + 1):
                atom.tag = "SUB"
        elif (
            atom.tag == "MODAL"
            and atom.lower in ("may", "will", "might", "can", "must")
            and before is not None
            and before.tag in ("DET", "POSS")
        ):
            atom.tag = "NOUN"
        elif atom.lower == "there" and atom.tag == "PRON" and not _exists(before, after):
            atom.tag = "ADV"  # "took up the baton there in 2021"
        elif (
            atom.lower == "her"
            and before is not None
            and before.lemma in ("elect", "appoint", "make", "name", "crown", "proclaim")
            and after is not None
            and after.tag == "TITLE"
        ):
            atom.tag = "PRON"  # "elected her President"
        elif (
            atom.lower == "her"
            and atom.tag == "POSS"
            and (after is None or after.tag not in ("NOUN", "ADJ", "TITLE", "VERB", "NAME", "QTY", "ADV"))
        ):
            atom.tag = "PRON"


_HELD_AS = frozenset(
    (
        "successor predecessor replacement deputy appointment election nomination promotion installation confirmation "
        "role job position post career tenure stint spell debut selection recruitment reappointment re-election"
    ).split()
)


def _exists(before: Atom | None, after: Atom | None) -> bool:
    """Whether "there" is a subject, as in "there are", and not a place."""
    if before is None or after is None or before.tag in ("QUOTE", "SUB", "REL"):
        return True
    return after.tag in ("MODAL", "APOS", "NEG", "ADV") or after.lemma in _EXISTS or "be" in after.lemma


_EXISTS = frozenset("be remain exist come follow seem appear have stand arise occur happen live lie".split())


def _described_so(adverb: Atom | None, before: Atom | None, atom: Atom, after: Atom | None) -> bool:
    """Whether a participle stands between an article with an adverb and a noun."""
    return (
        adverb is not None
        and adverb.tag == "ADV"
        and adverb.lower.endswith("ly")
        and before is not None
        and before.tag in ("DET", "POSS", "APOS")
        and bool(atom.tenses & {"part"})
        and after is not None
        and (after.tag in ("NOUN", "TITLE", "ADJ", "NAME") or "base" in after.tenses)
    )


_EMPHATIC = frozenset(("itself", "himself", "herself", "themselves", "ourselves", "alone", "proper"))


def _opens(before: Atom | None, after: Atom) -> bool:
    """ "Both left in 2011": whether the word is the sentence's subject itself, and not beside one."""
    return (before is None or before.tag in ("STOP", "SEMI", "QUOTE")) and bool(after.tenses & {"past", "part"})


def _acts(atom: Atom) -> bool:
    """Whether a word after "each" is its verb: "each has", not "each hand"."""
    return atom.tag in ("MODAL", "ADV") or (atom.tag == "VERB" and bool(atom.tenses - {"base"}))


def _since_done(verb: Atom, after: Atom) -> bool:
    return verb.tag == "VERB" and "part" in verb.tenses and after.lower == "by"


def _begins_noun(atom: Atom) -> bool:
    return atom.tag in ("NOUN", "NAME", "ADJ", "TITLE", "ROUND") or (atom.tag == "VERB" and "past" not in atom.tenses)


def _clause_follows(atoms: list[Atom], i: int) -> bool:
    """Whether a subject and a finite verb follow before the next mark: "after the minister cut the ribbon"."""
    if i < len(atoms) and atoms[i].tag == "PRON" and atoms[i].lower not in ("them", "him", "us", "me"):
        return True
    seen = joined = False
    for atom in atoms[i : i + 9]:
        if atom.tag in ("COMMA", "STOP", "COLON", "SEMI", "REL", "SUB", "DASH", "OPEN", "CLOSE") or (
            atom.tag == "PREP" and atom.lower not in ("of", "at")
        ):
            return False
        if atom.tag == "CONJ":
            joined = True
            continue
        if joined and atom.tag == "VERB":
            return False
        joined = False
        if atom.tag == "MODAL" or (atom.tag == "VERB" and atom.tenses & {"past", "s"} and seen):
            return seen
        seen = seen or atom.tag in ("NAME", "NOUN", "PRON", "TITLE")
    return False


def _apostrophe(atom: Atom, before: Atom | None, after: Atom | None, passage: Passage | None) -> None:
    if atom.lower == "'":
        if passage is not None:
            glued = atom.first > 0 and passage.tokens[atom.first - 1].end == passage.tokens[atom.first].start
            plural = (
                glued
                and before is not None
                and before.lower.endswith("s")
                and after is not None
                and after.tag not in ("COMMA", "STOP", "QUOTE", "CLOSE")
            )
            atom.tag = "APOS" if plural else "QUOTE"
        return
    if (before is not None and before.tag in ("PRON", "REL", "SUB", "ADV") and atom.lower == "'s") or (
        before is not None
        and after is not None
        and atom.lower == "'s"
        and (
            after.tag in ("DET", "NEG")
            or (after.tag == "VERB" and after.tenses <= {"ing"} and after.lower not in _ING_NOUNS)
            or after.lower == "been"
        )
    ):
        atom.tag, atom.lemma, atom.tenses = "VERB", "be", frozenset({"s"})


_POSTS = frozenset("post role position job seat title emeritus designate elect".split())


def _title_or_verb(atom: Atom, before: Atom | None, after: Atom | None, words: Vocabulary) -> None:
    if (
        after is not None
        and after.tag == "NOUN"
        and after.lower not in _POSTS
        and after.lower.isalpha()
        and atom.last == after.first
    ):
        atom.tag, atom.mention = "NOUN", None
        return
    form = words.verbs.get(atom.lower)
    if form is None or before is None or after is None:
        return
    subject = before.tag in ("PRON", "MODAL", "ADV", "NEG") or before.lower in ("who", "to", "which", "and")
    named = before.tag == "NAME" and "s" in form.tenses
    several = atom.mention is not None and atom.mention.anchor == "plural"
    named = named or (before.tag == "COMMA" and several and "s" in form.tenses and after.tag in ("DET", "POSS"))
    if before.tag == "PRON" and form.tenses & {"s"} and after.tag in ("COMMA", "STOP"):
        named = True
        after = before  # "whose board she chairs,"
    if (
        (subject or named)
        and after.tag in ("DET", "POSS", "NAME", "PRON", "PREP")
        and after.lower not in ("of", "at", "for")
    ):
        if before.lower == "and" and not form.tenses & {"s", "past"}:
            return
        atom.tag, atom.lemma, atom.tenses, atom.mention = "VERB", form.lemma, form.tenses, None


def _tells(atoms: list[Atom], i: int) -> bool:
    """ "Informed the Group that he …": a verb that takes whom it tells and what."""
    return any(a.tag == "VERB" and a.lemma in _TELLING for a in atoms[max(0, i - 5) : i])


_TELLING = frozenset(
    "tell inform assure remind warn persuade convince notify advise promise show satisfy brief".split()
)


def _that(atom: Atom, before: Atom | None, after: Atom | None, told: bool) -> None:
    if (
        before is not None
        and before.tag == "CONJ"
        and after is not None
        and after.tag in ("NAME", "PRON", "POSS", "DET")
    ):
        atom.tag = "SUB"  # "said that A had left and that B had come"
    elif before is None or before.tag in ("COMMA", "PREP", "STOP", "QUOTE", "SEMI", "DASH", "CONJ"):
        atom.tag = "DET" if after is not None and after.tag in ("NOUN", "ADJ", "TITLE") else "PRON"
    elif after is not None and after.lower in ("one", "ones") and before.tag == "VERB":
        atom.tag = "DET"  # "led that one, too"
    elif (
        before.tag == "VERB"
        or (told and _day_between(before, after))
        or (
            after is not None
            and after.tag in ("DET", "POSS", "PRON", "NAME", "QTY")
            and before.tag not in ("NAME",)
            and (told or not (before.tag == "NOUN" and before.lower not in _CONTENTS and after.tag in ("PRON", "NAME")))
        )
    ):
        atom.tag = "SUB"


def _day_between(before: Atom, after: Atom | None) -> bool:
    """ "said on Friday that it had": the day stands between the verb and what is said."""
    day = before.tag == "DATE" or before.lower in _DAYS
    return day and after is not None and after.tag in ("DET", "POSS", "PRON", "NAME", "QTY")


_DAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight week month year morning "
        "evening afternoon night"
    ).split()
)
# nouns whose "that" says what they are: "the news that he had left"
_CONTENTS = frozenset(
    (
        "fact news claim claims idea report reports belief view hope hopes fear fears statement announcement talk "
        "gossip whisper whispers suggestion question rumour rumours rumor rumors argument conclusion doubt "
        "feeling proof evidence sign signs chance possibility risk notice condition agreement decision promise "
        "confirmation denial warning assumption impression extent way time day moment word words reason point "
        "case assertion allegation insistence assurance notion theory speculation suspicion expectation "
        "likelihood odds thought understanding knowledge reminder result requirement proviso complaint criticism "
        "accusation admission revelation discovery observation finding findings"
    ).split()
)


_ABOUT = frozenset("about around over under nearly some almost roughly approximately circa c up than".split())


_FREQUENT = frozenset("hourly daily nightly weekly fortnightly monthly quarterly yearly early elderly friendly".split())
_PLURALS = frozenset("people men women children staff police crew media".split())
_ING_NOUNS = frozenset(
    (
        "funding housing shipping training building meeting holding offering engineering marketing banking "
        "mining farming manufacturing publishing lending rating pricing planning painting wedding opening ending "
        "beginning financing staffing catering gaming printing brewing processing testing trading clearing "
        "dredging fishing hearing heating lighting logging packaging parking recycling refining rendering "
        "roasting sailing screening spending spinning staging steering streaming surfacing tooling tracking "
        "welding writing"
    ).split()
)


def _finite_next(after: Atom | None) -> bool:
    """Whether what follows can only be a verb, or nothing does."""
    if after is None or after.tag in ("MODAL", "STOP"):
        return True
    return after.tag == "VERB" and ("past" in after.tenses or after.lemma in ("be", "have"))


def _comes_again(before: Atom, atom: Atom, after: Atom | None) -> bool:
    """ "The Brixen Jazz Days return on 3 September": a plural name and a verb of taking place."""
    return (
        atom.lemma in ("return", "run", "open", "begin", "start", "take", "end", "close")
        and before.lower.split()[-1]
        in ("days", "games", "awards", "championships", "finals", "sessions", "nights", "talks")
        and after is not None
        and after.tag in ("PREP", "DATE", "NOUN")
    )


def _counted(atoms: list[Atom], i: int) -> bool:
    """Whether the number at ``i`` is governed, so that what follows is what it counts: "has 300 registered users"."""
    before = atoms[i - 1] if i else None
    if before is None or before.tag in ("PREP", "VERB", "DET", "POSS", "APOS", "ADV"):
        return True
    return before.tag in ("CONJ", "COMMA", "OPEN", "COLON", "DASH", "SEMI") and not any(
        a.tag == "REL" for a in atoms[max(0, i - 3) : i]
    )


def _gerund(atom: Atom, before: Atom | None, after: Atom | None) -> bool:
    """ "funding", "training": a thing, unless a form of "be" or a subject before it makes it an act on another."""
    if atom.lower not in _ING_NOUNS or (before is not None and before.lemma == "be"):
        return False
    if after is not None and (after.tag in ("DET", "POSS", "PRON", "NAME", "QTY", "MONEY")):
        return False
    return before is not None and before.tag in ("VERB", "ROUND", "MONEY", "NOUN", "ADV")


def _verb_or_noun(atom: Atom, i: int, atoms: list[Atom]) -> None:
    """Whether a word that can be a verb is one here."""
    before = atoms[i - 1] if i else None
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    if atom.lemma in ("be", "have", "do") and atom.lower not in ("being", "having", "doing"):
        return
    if atom.lemma == "report" and before is not None and before.lower == "direct":
        atom.tag = "NOUN"  # "nine direct reports at X"
        return
    tag = before.tag if before is not None else "START"
    tag = "POSS" if tag == "REL" and before is not None and before.lower == "whose" else tag
    if tag == "QTY" and before is not None and "-" in before.lower and i > 1 and atoms[i - 2].tag in ("DET", "POSS"):
        tag = "ADJ"  # "the 10,400-seat ground"
    if (
        tag in ("NOUN", "ADJ", "DET", "POSS", "APOS")
        and "base" in atom.tenses
        and after is not None
        and (
            after.tag == "MODAL"
            or (after.tag == "VERB" and after.lemma in ("be", "have") and after.tenses & {"s", "past"})
        )
    ):
        atom.tag = "NOUN"  # "the final cost was"
        return
    if before is not None and before.lower == "whose" and not atom.tenses & {"past", "s"}:
        atom.tag = "ADJ" if atom.tenses & {"ing"} and after is not None and after.tag in ("NOUN", "TITLE") else "NOUN"
        return  # "whose board she chairs"
    if (
        tag in ("ADJ", "ADV")
        and i > 1
        and atoms[i - 2].lower == "whose"
        and after is not None
        and "past" in after.tenses
    ):
        atom.tag, atoms[i - 1].tag = "NOUN", "ADJ"  # "whose first release sold"
        return
    if atom.lower == "being" and tag == "PREP" and before is not None and before.lower == "into":
        atom.tag = "NOUN"
        return
    if atom.lower in ("number", "total") and after is not None and after.lower == "of":
        atom.tag = "NOUN"  # "the average monthly number of staff"
        return
    if atom.lower == "undertaking" and tag in ("NOUN", "ADJ", "TITLE"):
        atom.tag = "NOUN"  # "the parent undertaking"
        return
    nominal_next = after is not None and (
        after.tag in ("NOUN", "NAME", "ADJ", "TITLE", "QTY")
        or (tag in ("DET", "POSS") and "base" in after.tenses and i + 2 < len(atoms) and atoms[i + 2].lower == "of")
    )  # "an estimated cost of" too
    if _gerund(atom, before, after):
        atom.tag = "NOUN"
    elif tag in ("MONEY", "ROUND"):
        if atom.tenses <= {"base"}:
            atom.tag = "NOUN"
    elif tag in ("DET", "POSS", "APOS", "ADJ"):
        if (atom.tenses & {"part", "ing"} and nominal_next) or (atom.lower == "own" and tag in ("POSS", "APOS")):
            atom.tag = "ADJ"
        else:
            atom.tag = (
                "VERB"
                if tag == "ADJ"
                and before is not None
                and before.lower in ("last", "first", "then")
                and atom.tenses & {"past"}
                else "NOUN"
            )
    elif tag == "VERB":
        if (atom.tenses <= {"base"} and before is not None and before.lemma not in ("do", "let", "help", "make")) or (
            atom.tenses <= {"s"} and before is not None and before.lemma not in ("be", "have")
        ):
            atom.tag = "NOUN"
    elif tag == "QTY":
        answers = atom.lemma in ("report", "answer") and after is not None and after.lower in ("to", "directly")
        if not atom.tenses & {"past", "part"} and not answers:
            atom.tag = "NOUN"
        elif after is not None and after.tag in ("NOUN", "TITLE") and _counted(atoms, i - 1):
            atom.tag = "ADJ"
    elif tag == "PREP" and before is not None and before.lower != "to":
        if not atom.tenses & {"ing"}:
            atom.tag = "ADJ" if atom.tenses & {"part"} and nominal_next else "NOUN"
        elif after is not None and after.tag in ("STOP", "COMMA") and before.lower in ("of", "in", "for"):
            atom.tag = "NOUN"
    elif tag in ("NOUN", "NAME", "TITLE", "DATE", "PCT"):
        if atom.tenses <= {"base"}:
            plural = before is not None and (
                (before.tag in ("NOUN", "TITLE") and (before.lower.endswith(("s", "men")) or before.lower in _PLURALS))
                or (before.tag == "NAME" and before.lower.endswith("s") and i > 1 and atoms[i - 2].lower == "the")
                or (before.tag == "NAME" and i > 2 and atoms[i - 2].lower == "and" and atoms[i - 3].tag == "NAME")
            )
            if not (
                plural
                and after is not None
                and after.tag in ("DET", "POSS", "PREP", "NAME", "PRON", "QTY", "MONEY", "ADV")
            ):
                atom.tag = "NOUN"
            if tag == "NAME" and before is not None and _comes_again(before, atom, after):
                atom.tag = "VERB"
        elif atom.tenses <= {"s"}:
            verbal = after is not None and (
                after.tag
                in (
                    "DET",
                    "POSS",
                    "PRON",
                    "NAME",
                    "ADV",
                    "NEG",
                    "QTY",
                    "PCT",
                    "MONEY",
                    "SUB",
                    "TITLE",
                    "DATE",
                    "NOUN",
                    "ADJ",
                    "REL",
                )
                or (after.tag == "PREP" and after.lower != "of")
                or after.tag == "QUOTE"
            )
            finite_next = after is not None and (
                after.tag == "MODAL"
                or (after.tag == "VERB" and (after.lemma in ("be", "have", "do") or "past" in after.tenses))
            )
            verbal = verbal or (tag == "NAME" and after is not None and after.tag == "VERB" and not finite_next)
            if not verbal or finite_next:
                atom.tag = "NOUN"
        elif (atom.tenses <= {"ing"} and atom.lower in _ING_NOUNS) or (
            atom.tenses <= {"ing"}
            and tag == "NOUN"
            and before is not None
            and not nominal_next
            and after is not None
            and after.tag in ("STOP", "VERB", "MODAL")
        ):
            atom.tag = "NOUN"
    elif tag in ("START", "COMMA", "COLON", "SEMI", "QUOTE", "OPEN", "CONJ", "SUB", "DASH", "REL", "STOP"):
        if atom.tenses <= {"base"} and tag not in ("SUB", "REL"):
            imperative = after is not None and (
                after.tag in ("DET", "POSS", "PRON") or (after.tag == "NAME" and tag == "START")
            )
            atom.tag = "VERB" if imperative and tag in ("CONJ", "START", "STOP") else "NOUN"
        elif atom.tenses <= {"s"} and tag in ("START", "COMMA", "COLON", "OPEN", "SEMI"):
            if after is None or after.tag in ("VERB", "MODAL", "STOP", "COMMA", "CONJ") or after.lower == "of":
                atom.tag = "NOUN"
            elif tag == "START" and after.tag == "PREP" and any("past" in a.tenses for a in atoms[i + 2 :]):
                atom.tag = "NOUN"  # "Plans for a second site were dropped"
        elif atom.tenses <= {"s"} and tag == "CONJ" and after is not None and after.lower == "to":
            atom.tag = "VERB" if any(a.tag == "VERB" and "s" in a.tenses for a in atoms[:i]) else "NOUN"
        elif atom.tenses <= {"base", "s"} and tag == "CONJ":
            atom.tag = "NOUN" if after is None or after.tag in ("STOP", "COMMA", "VERB", "PREP") else "VERB"
        elif atom.tenses & {"part", "ing"} and nominal_next and tag in ("START", "STOP") and not atom.tenses & {"ing"}:
            pass
