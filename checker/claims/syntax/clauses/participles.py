"""Participle or past tense, where a form can be both: the reduced relative clause in "X, founded in 1902, …"."""

from __future__ import annotations

from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses.steps import is_mark, skip_back


def tell_participles(chunks: list[Chunk]) -> None:
    """Tell "founded" the participle from "founded" the past tense, where the form is both."""
    for i, item in enumerate(chunks):
        if (
            isinstance(item, VerbGroup)
            and item.form == "finite"
            and (verb := _only_verb(item)) is not None
            and "part" in verb.tenses
            and ("past" in verb.tenses or _by_agent(chunks, i))
            and _reduced(chunks, i)
        ):
            item.form, item.passive, item.tense = "participle", True, "none"
        elif isinstance(item, Phrase):
            for inner in item.parens:
                tell_participles(inner)


def _only_verb(group: VerbGroup) -> Atom | None:
    """The verb of a group that is one verb, maybe with an adverb: "officially opened"."""
    verbs = [atom for atom in group.atoms if atom.tag != "ADV"]
    return verbs[0] if len(verbs) == 1 and verbs[0].tag == "VERB" else None


def _by_agent(chunks: list[Chunk], i: int) -> bool:
    """ "run by the charity X": a form that is also the infinitive."""
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    return isinstance(after, Phrase) and after.prep == "by" and after.head.tag in ("NAME", "NOUN", "TITLE")


def acts(phrase: Phrase) -> bool:
    """Whether what stands behind "by" can have done it: "by 8%" says how much."""
    return phrase.head.tag not in ("PCT", "MONEY", "QTY", "DATE")


def _had(chunks: list[Chunk], i: int) -> bool:
    """ "has 212 workers left", "had 30 people employed there": a participle of what somebody has."""
    before, j = chunks[i - 1] if i else None, i - 2
    if not isinstance(before, Phrase) or before.prep or not before.of("QTY"):
        return False
    while j > 0 and isinstance(chunks[j], Mark) and chunks[j].tag == "ADV":  # type: ignore[union-attr]
        j -= 1
    verb = chunks[j] if j >= 0 else None
    return isinstance(verb, VerbGroup) and verb.lemma in ("have", "be", "keep")


def _reduced(chunks: list[Chunk], i: int) -> bool:
    before = chunks[i - 1] if i else None
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    if _opens_with_post(chunks, i):
        return True
    if isinstance(after, Phrase) and not after.prep and after.head.tag not in ("DATE",):
        return False
    verb = chunks[i]
    assert isinstance(verb, VerbGroup)
    if _had(chunks, i):
        return True
    if _whose(chunks, i):
        return False
    if i > 1 and isinstance(before, Phrase) and not before.prep and getattr(chunks[i - 2], "tag", "") == "REL":
        return False  # "which his grandfather founded in 1928, employs …"
    bare = (isinstance(before, Mark) and before.tag in ("COMMA", "DASH")) or (
        isinstance(before, Phrase) and before.head.tag in ("NOUN", "MONEY", "ROUND")
    )
    if bare and verb.lemma in _TRANSITIVE and isinstance(after, Phrase) and (after.prep or after.head.tag == "DATE"):
        return True
    if _joined_participle(chunks, i):
        return True
    agent = any(isinstance(item, Phrase) and item.prep == "by" and acts(item) for item in chunks[i + 1 : i + 3])
    if agent and not (isinstance(before, Mark) and before.tag in ("REL", "SUB")):
        return True
    if before is None or (isinstance(before, Mark) and before.tag == "SUB"):
        return (
            before is not None and before.lower in ("when", "once", "if", "although", "though", "while", "as")
        ) or before is None
    if isinstance(before, Phrase) and before.head.tag == "PRON":
        return False
    if isinstance(before, Mark) and before.tag in ("REL",):
        return False
    return _finite_later(chunks, i, isinstance(before, Mark))


_NAMED = frozenset("appoint name elect promote make hire recruit re-elect reappoint ordain install nominate".split())


def _opens_with_post(chunks: list[Chunk], i: int) -> bool:
    """ "Appointed head gardener in 2016, A keeps …": a post's verb opens the sentence, and whose it is has a verb."""
    verb, after = chunks[i], chunks[i + 1] if i + 1 < len(chunks) else None
    assert isinstance(verb, VerbGroup)
    if i or verb.lemma not in _NAMED or not isinstance(after, Phrase) or after.prep or after.head.tag != "TITLE":
        return False
    return any(
        is_mark(comma, "COMMA") and isinstance(who, Phrase) and who.head.is_a("person") and isinstance(does, VerbGroup)
        for comma, who, does in zip(chunks[2:], chunks[3:], chunks[4:], strict=False)
    )


def _whose(chunks: list[Chunk], i: int) -> bool:
    """ "Whose chief executive, Dmitri Volkov, studied": the comma closes what stands beside the subject."""
    if i < 5 or not (is_mark(chunks[i - 1], "COMMA") and is_mark(chunks[i - 3], "COMMA")):
        return False
    beside, opener = chunks[i - 2], chunks[i - 5]
    person = isinstance(beside, Phrase) and not beside.prep and beside.head.is_a("person")
    return person and isinstance(opener, Mark) and opener.lower == "whose"


def _bare_passive(verb: Chunk, after: Chunk | None) -> bool:
    """ "was born in Nyeri and educated at Makerere": passive without its "was", as its like needs an object else."""
    assert isinstance(verb, VerbGroup)
    return verb.lemma in _TRANSITIVE and (not isinstance(after, Phrase) or bool(after.prep) or after.head.tag == "DATE")


def _joined_participle(chunks: list[Chunk], i: int) -> bool:
    """ "Founded in 1961 and headquartered in Arequipa, it …": what "and" joins to a participle is one too."""
    if i < 2 or not (isinstance(mark := chunks[i - 1], Mark) and mark.lower == "and"):
        return False
    for item in reversed(chunks[: i - 1]):
        if isinstance(item, VerbGroup) and item.form == "finite" and item.passive:
            return _bare_passive(chunks[i], chunks[i + 1] if i + 1 < len(chunks) else None)
        if isinstance(item, VerbGroup):
            return item.form == "participle"
        opens = isinstance(chunks[0], VerbGroup) and chunks[0].form == "participle"
        if not opens and (not isinstance(item, Phrase) or not (item.prep or item.head.tag == "DATE")):
            return False
    return False


_TRANSITIVE = frozenset(
    (
        "complete raise invest announce publish release write include employ spend pay constitute form "
        "incorporate found establish set_up create base headquarter own acquire buy name appoint hire bear elect "
        "back fund build sign design bring convert commission award license value price locate situate schedule "
        "plan hold host stage restore renovate refurbish construct erect inaugurate bequeath dub headquarter title "
        "educate bury baptise raise school christen "
        "entitle print estimate staff lead co-lead oversee manage operate rank attend employ budget assess peg"
    ).split()
)


def _finite_later(chunks: list[Chunk], i: int, after_mark: bool) -> bool:
    """Whether a verb without a subject of its own follows, which takes the phrase before ``i`` for its subject."""
    for j in range(i + 1, len(chunks)):
        item = chunks[j]
        if (isinstance(item, Mark) and item.tag in ("SUB", "REL", "SEMI", "COLON", "STOP", "QUOTE")) or (
            isinstance(item, Mark) and item.tag == "CONJ" and not after_mark
        ):
            return False
        if isinstance(item, VerbGroup) and item.form == "finite":
            k = skip_back(chunks, j - 1)
            closed = isinstance(chunks[k], Mark) and chunks[k].tag in ("COMMA", "DASH")  # type: ignore[union-attr]
            if after_mark:
                return closed
            phrase = chunks[k]
            return isinstance(phrase, Phrase) and bool(phrase.prep or phrase.head.tag == "DATE")
    return False
