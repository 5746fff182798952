"""What a relative pronoun stands for."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import is_mark, personal, root_of


def antecedent_of(chunks: list[Chunk], i: int, word: str) -> Phrase | None:
    """The phrase that a relative pronoun at ``i`` stands for."""
    j = i - 1
    while j >= 0 and is_mark(chunks[j], "COMMA", "DASH", "PREP"):
        j -= 1
    best: Phrase | None = None
    while j >= 0:
        phrase = chunks[j]
        if (
            isinstance(phrase, Mark)
            and phrase.tag == "COMMA"
            and j + 1 < i
            and best is not None
            and best.prep
            and best.head.is_a("place")
        ):
            j -= 1
            continue
        if is_mark(phrase, "COMMA") and word == "which" and best is not None and best.prep == "by" and personal(best):
            j, best = j - 1, None  # "The Salt Ledger, by Maeve Tolliver, which appeared"
            continue
        if isinstance(phrase, VerbGroup) and phrase.form == "participle":
            j -= 1
            if j >= 0 and isinstance(chunks[j], Mark) and chunks[j].tag == "COMMA":  # type: ignore[union-attr]
                j -= 1
            continue
        if not isinstance(phrase, Phrase):
            break
        if (
            word not in ("where", "whom", "who")
            and (phrase.head.is_a("place") or phrase.head.tag in ("DATE", "MONEY", "QTY", "PCT"))
            and phrase.prep
        ):
            best = best or phrase
            j -= 1
            continue
        if (
            word == "where"
            and phrase.head.is_a("place")
            and phrase.prep in ("in", "near")
            and _hangs_on_body(chunks, j)
        ):
            j -= 1
            continue  # "the Charité in Berlin, where he was head"
        best = phrase if best is None or best.head.is_a("place") else best
        if word in ("who", "whom") and personal(phrase):
            return root_of(phrase)
        if word in ("who", "whom") and _beside_person(chunks, j):
            j -= 2
            continue  # "Fintan Considine, Lisdeen, who died"
        if word != "where" and _mere_spot(chunks, j):
            j, best = j - 1, best if best is not phrase else None
            continue
        if word not in ("who", "whom") and not personal(phrase) and phrase.head.tag != "DATE":
            return root_of(phrase) if phrase.apposed_to is not None and not personal(phrase.apposed_to) else phrase
        if not phrase.prep:
            break
        j -= 1
    return root_of(best) if best is not None else None


_SPOTS = frozenset(
    (
        "harbour harbor river quay street square hill coast edge outskirts bank corner road lane seafront waterfront "
        "shore bay island peninsula ridge slope valley lake canal riverbank hillside ring-road bypass avenue"
    ).split()
)


def _mere_spot(chunks: list[Chunk], j: int) -> bool:
    """ "The ground on the east harbour which opened": where something stands, and not what the clause is about."""
    phrase, before = chunks[j], chunks[j - 1] if j else None
    spot = isinstance(phrase, Phrase) and phrase.prep in ("on", "in", "at", "by", "near", "beside", "along", "above")
    return spot and isinstance(before, Phrase) and phrase.head.lower in _SPOTS  # type: ignore[union-attr]


def _beside_person(chunks: list[Chunk], j: int) -> bool:
    """Whether a name alone between commas stands behind a person's: where somebody is from."""
    item, before = chunks[j], chunks[j - 2] if j > 1 else None
    return (
        isinstance(item, Phrase)
        and item.head.tag == "NAME"
        and len(item.atoms) == 1
        and is_mark(chunks[j - 1], "COMMA")
        and isinstance(before, Phrase)
        and before.head.name is not None
        and before.head.name.kind == "person"
    )


def _hangs_on_body(chunks: list[Chunk], j: int) -> bool:
    """Whether the place at ``j`` says where a named body is."""
    before = chunks[j - 1] if j else None
    return (
        isinstance(before, Phrase)
        and chunks[j] in before.attached
        and before.head.tag == "NAME"
        and not before.head.is_a("place")
        and not personal(before)
    )


def related(chunks: list[Chunk], i: int, word: str, earlier: list[Clause]) -> Phrase | None:
    """What the pronoun at ``i`` stands for; behind "and" what the one before it stood for."""
    joined = i and isinstance(before := chunks[i - 1], Mark) and before.tag == "CONJ"
    host = next((c for c in reversed(earlier) if c.relative), None) if joined else None
    return (host.antecedent or host.subject) if host is not None else antecedent_of(chunks, i, word)


def agreeing(chunks: list[Chunk], phrase: Phrase | None, verb: VerbGroup) -> Phrase | None:
    """ "A maker of lenses that employs 90": what is one, where the verb says so and the nearest are many."""
    one = verb.form == "finite" and bool(verb.atoms) and verb.atoms[0].tenses <= {"s"} and bool(verb.atoms[0].tenses)
    if phrase is None or phrase.prep != "of" or not one or phrase.head.tag != "NOUN" or not phrase.start:
        return phrase
    many = phrase.head.lower.endswith("s") and not phrase.head.lower.endswith("ss") and not phrase.det
    whole = chunks[phrase.start - 1]
    return root_of(whole) if many and isinstance(whole, Phrase) and phrase in whole.attached else phrase
