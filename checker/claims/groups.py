"""Appositions and coordination: which noun phrases stand for the same thing, and which stand side by side."""

from __future__ import annotations

from checker.claims.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.enumerations import enumerated, of_people
from checker.packs.vocabulary import Vocabulary


def group(chunks: list[Chunk], words: Vocabulary) -> None:
    """Link the phrases of one sentence, in place."""
    _within_phrases(chunks)
    _with_several(chunks)
    _within_places(chunks)
    for i, item in enumerate(chunks):
        if isinstance(item, Phrase):
            _appose(chunks, i, item, words)
    enumerated(chunks, words)
    for i, item in enumerate(chunks):
        if isinstance(item, Phrase) and item.joined_to is None:
            _join(chunks, i, item)
        if isinstance(item, Phrase):
            for inner in item.parens:
                group(inner, words)


def _within_places(chunks: list[Chunk]) -> None:
    """ "in El Segundo, California, had": the second place stands behind the preposition too, and is no subject."""
    for i in range(len(chunks) - 2):
        first, mark, second = chunks[i], chunks[i + 1], chunks[i + 2]
        after = chunks[i + 3] if i + 3 < len(chunks) else None
        if (
            isinstance(first, Phrase)
            and first.prep
            and isinstance(second, Phrase)
            and not second.prep
            and len(second.atoms) == 1
            and first.head.is_a("place")
            and second.head.is_a("place")
            and isinstance(mark, Mark)
            and mark.tag == "COMMA"
            and (after is None or (isinstance(after, Mark) and after.tag in ("COMMA", "STOP", "SEMI", "DASH", "CONJ")))
        ):
            second.prep = first.prep


APPOSED = frozenset(
    "now currently formerly previously then once later today still recently originally also already".split()
) | {"no longer"}


def _within_phrases(chunks: list[Chunk]) -> None:
    """ "a maker of coatings and adhesives": the second noun stands behind "of" too."""
    for i in range(1, len(chunks) - 2):
        first, mark, second = chunks[i], chunks[i + 1], chunks[i + 2]
        if (
            isinstance(first, Phrase)
            and first.prep in ("of", "for", "with", "in")
            and isinstance(mark, Mark)
            and mark.tag == "CONJ"
            and isinstance(second, Phrase)
        ):
            bare = (
                not (second.prep or second.det or second.poss or second.owner)
                and second.head.tag == first.head.tag == "NOUN"
                and not first.det
            )
            closed = i + 3 >= len(chunks) or not isinstance(chunks[i + 3], VerbGroup)
            holder = chunks[i - 1]
            if bare and closed and isinstance(holder, Phrase):
                second.prep = first.prep
                holder.attached.append(second)


def _with_several(chunks: list[Chunk]) -> None:
    """ "with a paid staff of 22 and 160 volunteers,": what is joined to an amount stands behind "with" too."""
    for i, first in enumerate(chunks):
        if not isinstance(first, Phrase) or first.prep != "with":
            continue
        j = _tail(chunks, i)
        while j + 1 < len(chunks) and isinstance(mark := chunks[j], Mark) and mark.tag in ("CONJ", "COMMA"):
            second = chunks[j + 1]
            if (
                not isinstance(second, Phrase)
                or second.prep
                or not (second.of("QTY") or second.of("MONEY") or second.det)
            ):
                break
            end = _tail(chunks, j + 1)
            if end < len(chunks) and isinstance(chunks[end], VerbGroup):
                break
            if mark.tag == "COMMA" and not second.of("QTY"):
                break
            second.prep = "with"
            j = end


def kind_of(phrase: Phrase, words: Vocabulary) -> str:
    """What a phrase is about: person, organization, place, title, date, money, quantity, round, thing …, or a
    pronoun."""
    head = phrase.head
    if head.tag == "NAME" and head.name is not None:
        return head.name.kind or "name"
    if head.tag in ("DATE", "MONEY", "QTY", "PCT", "ROUND", "PRON"):
        return head.tag.lower()
    if head.tag == "TITLE":
        return "title"
    if any(atom.tag == "TITLE" for atom in phrase.atoms):
        return "title"
    if head.lower in words.words["organization_descriptors"]:
        return "organization"
    if head.lower not in ("successor", "predecessor") and of_people(head.lower, words):
        return "person"
    return "noun"


def _compatible(first: Phrase, second: Phrase, words: Vocabulary) -> bool:
    """Whether two phrases side by side can be one thing said twice."""
    a, b = kind_of(first, words), kind_of(second, words)
    if "organization" in (a, b) and any(
        p.head.tag == "TITLE" and p.head.lower.split()[-1] in words.words["organization_descriptors"]
        for p in (first, second)
    ):
        return any(p.head.tag == "NAME" for p in (first, second))
    if {a, b} & {"date", "money", "qty", "pct", "pron"}:
        return False
    named = [p.head.tag == "NAME" for p in (first, second)]
    if all(named):
        return False
    if not any(named) and a == b == "noun" and first.det == "the" and first.of("NAME") and second.det in ("a", "an"):
        return True  # "the Wessex loaf, a sourdough"
    if second.head.lower in _DEGREES:
        return False
    if a == "title" or b == "title":
        other = b if a == "title" else a
        return other in ("person", "name", "title") and (any(named)) and not (other == "title" and not any(named))
    if not any(named):
        return False
    timed = first.of("QTY") or first.prep in (
        "after",
        "before",
        "during",
        "since",
        "until",
        "in",
        "within",
        "despite",
        "at",
    )
    if {a, b} == {"noun", "person"} and b == "person" and timed:
        return False  # "After fourteen years with X, A B, 66, …"
    if second.head.tag == "NAME" and first.det in ("a", "an") and a == "noun":
        return False
    return (
        a == b
        or "name" in (a, b)
        or (
            {a, b} <= {"noun", "project", "product", "event", "organization", "person", "thing", "place"}
            and "noun" in (a, b)
        )
    )


def _tail(chunks: list[Chunk], i: int) -> int:
    """The place after a phrase and the prepositional phrases that hang on it."""
    j = i + 1
    while j < len(chunks):
        item = chunks[j]
        if not isinstance(item, Phrase) or not item.prep or chunks[j - 1] is None:
            break
        j += 1
    return j


def _appose(chunks: list[Chunk], i: int, phrase: Phrase, words: Vocabulary) -> None:
    if phrase.apposed_to is not None:
        return
    if phrase.prep == "as" and phrase.head.tag == "TITLE" and any(isinstance(c, VerbGroup) for c in chunks[:i]):
        return  # "after he left as manager, A …"
    j = _past_age(chunks, _tail(chunks, i))
    while j + 1 < len(chunks):
        mark, second = chunks[j], chunks[j + 1]
        if (
            isinstance(second, Mark)
            and second.tag == "ADV"
            and second.lower in APPOSED
            and j + 2 < len(chunks)
            and isinstance(chunks[j + 2], Phrase)
        ):
            j += 1
            second = chunks[j + 1]
            assert isinstance(second, Phrase)
            second.adverb = chunks[j].lower  # type: ignore[union-attr]
        if isinstance(second, Phrase) and second.prep in ("until", "till") and second.of("TITLE"):
            second.prep, second.adverb = "", "formerly"
        if (
            isinstance(second, Phrase)
            and second.prep == "at"
            and second.atoms[0].lower == "present"
            and second.of("TITLE")
        ):
            second.prep, second.adverb = "", "now"
        if (
            isinstance(second, Phrase)
            and second.prep in ("at", "until", "for", "till")
            and (second.head.tag == "DATE" or second.head.lower in ("present", "now", "recently", "time", "moment"))
            and j + 2 < len(chunks)
            and isinstance(chunks[j + 2], Phrase)
        ):
            j += 1
            before, second = second, chunks[j + 1]
            assert isinstance(second, Phrase)
            second.adverb = "formerly" if before.prep in ("until", "till") else "now"
        if (
            not isinstance(second, Phrase)
            or not isinstance(mark, Mark)
            or mark.tag not in ("COMMA", "DASH", "COLON", *(("CONJ",) if _is_aged(chunks, j) else ()))
            or (mark.tag == "COLON" and not _officer(chunks, i, phrase, second))
            or second.prep
        ):
            return
        opened = (
            second.det
            or second.poss
            or second.owner
            or second.head.tag in ("TITLE", "NAME")
            or any(a.tag in ("TITLE", "ADJ") for a in second.atoms)
            or _calling(phrase, second)
        )
        named_one = next((p for p in phrase.appositions if p.head.tag == "NAME"), None)
        if opened and named_one is not None and second.head.tag == "TITLE" and not _compatible(phrase, second, words):
            phrase = named_one  # "his niece, A B, a teacher at X"
        if not opened or not _compatible(phrase, second, words):
            return
        end = _tail(chunks, j + 1)
        spoken = mark.tag == "COLON" and end < len(chunks) and isinstance(chunks[end], VerbGroup)
        if spoken or not _closes(chunks, end, phrase, second):
            return  # "The Minister: A was …": who speaks
        second.apposed_to = phrase
        phrase.appositions.append(second)
        j = end


def _calling(first: Phrase, second: Phrase) -> bool:
    """ "Sverre Aas, cooper, …": a bare noun right behind a person's name."""
    name = first.head.name
    return (
        name is not None
        and name.kind == "person"
        and not first.prep
        and len(second.atoms) == 1
        and second.head.tag == "NOUN"
        and not second.head.lower.endswith("s")
    )


def _officer(chunks: list[Chunk], i: int, phrase: Phrase, second: Phrase) -> bool:
    """ "Chief executive: Aino Laine": a post that opens its sentence, and who holds it."""
    opens = i == 0 or (isinstance(before := chunks[i - 1], Mark) and before.tag in ("SEMI", "STOP", "COMMA", "MARK"))
    name = second.head.name
    return opens and phrase.head.tag == "TITLE" and not phrase.prep and name is not None and name.kind == "person"


def _past_age(chunks: list[Chunk], j: int) -> int:
    """Past an age between commas: "A, 39, chief of B", "A, now 78 and president of B"."""
    k = j + 2 if j + 1 < len(chunks) and isinstance(chunks[j + 1], Mark) else j + 1
    years, end = chunks[k : k + 1], chunks[k + 1 : k + 2]
    opened = j < len(chunks) and isinstance(mark := chunks[j], Mark) and mark.tag == "COMMA"
    joined = bool(end) and isinstance(mark := end[0], Mark) and mark.tag == "CONJ" and mark.lower == "and"
    if opened and joined and isinstance(only := years[0], Phrase) and _is_age(only):
        after = chunks[k + 2] if k + 2 < len(chunks) else None
        if isinstance(after, Phrase) and after.of("TITLE") and not after.prep:
            adverb = chunks[j + 1]
            after.adverb = adverb.lower if isinstance(adverb, Mark) else ""
            return k + 1
    if (
        j + 2 < len(chunks)
        and isinstance(chunks[j], Mark)
        and isinstance(chunks[j + 2], Mark)
        and chunks[j].tag == chunks[j + 2].tag == "COMMA"  # type: ignore[union-attr]
    ):
        age = chunks[j + 1]
        if isinstance(age, Phrase) and _is_age(age):
            return j + 2
    return j


def _is_aged(chunks: list[Chunk], j: int) -> bool:
    return j > 0 and isinstance(age := chunks[j - 1], Phrase) and _is_age(age) and j < len(chunks) - 1


def _is_age(phrase: Phrase) -> bool:
    return not phrase.prep and len(phrase.atoms) == 1 and phrase.head.tag == "QTY"


_DEGREES = frozenset("degree doctorate phd dphil master mba ba bsc ma msc mphil llb llm diploma bachelor".split())
_SUBJECTS = frozenset(("he", "she", "i", "we", "they", "you"))


def _closes(chunks: list[Chunk], end: int, first: Phrase, second: Phrase) -> bool:
    """An apposition ends with a mark or the sentence, or, after a title, right at the verb."""
    while (
        end < len(chunks)
        and isinstance(dated := chunks[end], Phrase)
        and dated.head.tag == "DATE"
        and second.of("TITLE")
    ):
        end += 1  # "A, HR director from 2016 to 2021,"
    if (
        end < len(chunks)
        and isinstance(mark := chunks[end], Mark)
        and mark.lower in ("here", "there")
        and second.of("TITLE")
    ):
        end = _tail(chunks, end)  # "A, chairman here for nineteen years,"
    if end >= len(chunks):
        return True
    item = chunks[end]
    if isinstance(item, Phrase) and item.head.lower in _SUBJECTS:
        return second.head.tag in ("NOUN", "TITLE")  # "Tern, the imprint she founded,"
    if isinstance(item, Mark):
        return item.tag in ("COMMA", "STOP", "DASH", "SEMI", "REL", "CONJ", "COLON", "QUOTE", "SUB")
    return isinstance(item, VerbGroup) and (
        item.form in ("participle", "ing", "infinitive")
        or first.head.tag == "TITLE"
        or second.head.tag == "TITLE"
        or bool(second.of("TITLE"))
    )


def _past_insertion(chunks: list[Chunk], k: int) -> int:
    """Past what commas set apart behind "and": "professor at X and, since 2011, director of Y"."""
    if not (isinstance(mark := chunks[k], Mark) and mark.tag == "COMMA"):
        return k
    j = k + 1
    while j < len(chunks) and (
        (isinstance(item := chunks[j], Phrase) and (item.prep or item.head.tag == "DATE"))
        or (isinstance(item, Mark) and item.tag == "ADV")
    ):
        j += 1
    closed = k + 1 < j < len(chunks) - 1 and isinstance(mark := chunks[j], Mark) and mark.tag == "COMMA"
    return j + 1 if closed else k


def _join(chunks: list[Chunk], i: int, phrase: Phrase) -> None:
    """ "A, B and C": phrases of one tag in a row with commas and a closing conjunction."""
    members, j = [phrase], _after(chunks, i, phrase)
    pending: list[Phrase] = []
    while j + 1 < len(chunks):
        mark = chunks[j]
        if not isinstance(mark, Mark) or mark.tag not in ("COMMA", "CONJ"):
            break
        k, joined = j + 1, mark.tag == "CONJ"
        if isinstance(chunks[k], Mark) and chunks[k].tag == "CONJ" and k + 1 < len(chunks):  # type: ignore[union-attr]
            k, joined = k + 1, True
        k = _past_insertion(chunks, k) if joined else k
        if (
            joined
            and isinstance(adverb := chunks[k], Mark)
            and adverb.lower in ("still", "now", "also", "later", "then")
        ):
            k = min(k + 1, len(chunks) - 1)  # "the sole founder and still the chief executive"
        following = chunks[k]
        if (
            not isinstance(following, Phrase)
            or following.prep
            or following.apposed_to is not None
            or following.joined_to is not None
        ):
            break
        if _other_kind(phrase, following) or (
            _verb_follows(chunks, _after(chunks, k, following))
            and _governed(chunks, i, phrase)
            and ((joined and mark.tag == "COMMA") or _own_verb(chunks, _after(chunks, k, following)))
        ):
            break
        if (
            phrase.head.tag == "PRON"
            and joined
            and phrase.head.lower in ("he", "she", "i", "they")
            and _verb_follows(chunks, _after(chunks, k, following))
            and not phrase.prep
        ):
            members.append(following)
            break
        spouse = joined and _of_kin(phrase, following)
        if (following.head.tag != phrase.head.tag and not spouse) or (phrase.head.tag == "NOUN" and not joined):
            break
        pending.append(following.appositions[0] if spouse else following)
        j = _after(chunks, k, following)
        if joined:
            members += pending
            pending = []
            if mark.lower not in ("and", "or", "&", ","):
                break
    for member in members[1:]:
        member.joined_to = phrase
        phrase.joined.append(member)


def _of_kin(phrase: Phrase, following: Phrase) -> bool:
    """ "Sabine Lutz and her husband, Otto Lutz,": a name, and whom the possessive tells by a name of their own."""
    named_one = following.appositions[0] if following.appositions else None
    return (
        phrase.head.is_a("person")
        and following.poss in ("his", "her", "their")
        and following.head.tag == "NOUN"
        and named_one is not None
        and named_one.head.is_a("person")
    )


def _after(chunks: list[Chunk], i: int, phrase: Phrase) -> int:
    """The place after a phrase with its appositions."""
    end = _tail(chunks, i)
    for apposed in phrase.appositions:
        end = max(end, _tail(chunks, apposed.start))
    return end


def _verb_follows(chunks: list[Chunk], j: int) -> bool:
    return j < len(chunks) and isinstance(chunks[j], VerbGroup)


def _own_verb(chunks: list[Chunk], j: int) -> bool:
    item = chunks[j]
    return isinstance(item, VerbGroup) and item.form == "finite"


def _governed(chunks: list[Chunk], i: int, phrase: Phrase) -> bool:
    """Whether the phrase is some verb's object or stands behind a preposition: what follows "and" may begin a
    clause."""
    return bool(phrase.prep) or (i > 0 and isinstance(chunks[i - 1], VerbGroup))


def _other_kind(first: Phrase, second: Phrase) -> bool:
    a, b = first.head.name, second.head.name
    return (
        a is not None
        and b is not None
        and "person" in (a.kind, b.kind)
        and a.kind != b.kind
        and "" not in (a.kind, b.kind)
    )
