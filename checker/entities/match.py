"""Which names of one type are one thing's. Exact forms first; short forms only where one long form fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from checker.entities.known import Known
from checker.entities.mentions import Named
from checker.model import Value
from checker.values import canonical, compare
from checker.values.comparison import Comparison
from checker.values.names import fold

Cluster = tuple[str, list[tuple[Named, str]]]
CHIEF = 5  # times as many claims as of all others that a short form could mean
WINDOW = 400  # names of one key that a name is compared with
_KINDS = {"person": "person", "organization": "organization", "team": "team", "place": "place"}
SHORTENED = ("person", "organization", "project", "product", "event")  # kinds of which short forms are matched


class Groups(dict[str, list[tuple[Named, str]]]):
    """Spellings that are one without further ado, by the first of them."""

    def meet(self, one: str, other: str) -> bool:
        """Whether some source names both."""
        return bool(_sources(one, self) & _sources(other, self))

    def share(self, one: str, other: str) -> bool:
        """Whether the same stands beside both."""
        ours, theirs = ({fold(name) for entry, _ in self[end] for name in entry.beside} for end in (one, other))
        return bool(ours & theirs)


def clusters(entries: Sequence[Named], kind: str, known: Known) -> list[Cluster]:
    """Names with the name that stands for them, each with the reason; sorted by name."""
    groups = _exact(entries, kind, known)
    if kind in SHORTENED:
        groups = _short(groups, kind, known)
    return sorted((named(group, known), group) for group in groups.values())


def value_of(text: str, kind: str) -> Value:
    """The name as a value that can be compared."""
    return Value(_KINDS.get(kind, "text"), text)


def _exact(entries: Sequence[Named], kind: str, known: Known) -> Groups:
    """By canonical form, and by what the entities file says."""
    groups = Groups()
    heads: dict[object, str] = {}
    for entry in entries:
        at = heads.setdefault(exact_key(entry.text, kind, known), entry.text)
        reason = "entities file" if known.aliases.get(fold(entry.text)) else "spelling"
        groups.setdefault(at, []).append((entry, reason))
    return groups


def exact_key(text: str, kind: str, known: Known) -> object:
    """Equal for spellings that are one: by the entities file, else by their canonical form."""
    given = known.aliases.get(fold(text))
    return ("given", given) if given else canonical(value_of(text, kind))


def _short(groups: Groups, kind: str, known: Known) -> Groups:
    """Put each short form with the one long form that it can be short for, if there is just one."""
    index: dict[str, list[str]] = defaultdict(list)
    for head in groups:
        for key in keys(head, kind).offers:
            index[key].append(head)
    target: dict[str, tuple[str, str]] = {}
    for head in sorted(groups):
        found = fitting(head, groups, index, kind, known)
        if found:
            target[head] = found
    made = Groups()
    for head, members in groups.items():
        end, seen, why = head, {head}, ""
        while end in target and target[end][0] not in seen:
            end, reason = target[end]
            why = why or reason
            seen.add(end)
        made.setdefault(end, []).extend((entry, why if end != head else reason) for entry, reason in members)
    return made


class Keys(Struct, frozen=True):
    """Under what a name can be found by shorter forms of it, and under what it looks for fuller ones."""

    offers: frozenset[str]
    asks: frozenset[str]


def keys(text: str, kind: str) -> Keys:
    """Keys by which a name meets those that it can be a form of, so that not all are compared with all.

    They go one way, from short to long: "Karpathy" looks at all who are called so, but "Andrej Karpathy" not at every
    Andrej. Two full names meet only where they share a surname, or the beginnings of both names.
    """
    return _person_keys(text) if kind == "person" else _body_keys(text)


def _person_keys(text: str) -> Keys:
    from checker.values.person import parse

    name = parse(text)
    last = name.surname[-1] if name.surname else ""
    if not name.given:
        words = {last, *last.split("-"), *name.surname} - {""}
        near = {f"1:{last[:4]}"}
        return Keys(frozenset(near), frozenset(near | {f"s:{w}" for w in words} | {f"g:{w}" for w in words}))
    surnames = {f"s:{word}" for word in (last, *last.split("-"), *name.surname) if len(word) > 1}
    first = name.given[0]
    near = {f"p:{last[:4]}/{first[:1]}", f"n:{first}/{last[:1]}"}
    given = {f"g:{word}" for word in (first, *first.split("-")) if len(word) > 1}
    turned = {f"s:{first}"} if len(first) > 1 else set()
    return Keys(frozenset(surnames | near | given), frozenset(surnames | near | turned))


def _body_keys(text: str) -> Keys:
    from checker.values.names import words
    from checker.values.organization import core

    parts, kernel = words(text), core(text)
    found = {f"f:{word[:5]}" for some in (parts, kernel) for word in some[:1]}
    found |= {f"j:{''.join(kernel)[:5]}"}
    found |= {f"t:{' '.join(some[-2:])}" for some in (parts, kernel) if len(some) > 1}
    found |= {f"t:{some[-1]}/{some[0][0]}" for some in (parts, kernel) if some}
    short = {
        f"i:{word}"
        for word in (fold(text.replace(".", "").strip()), *kernel[:1])
        if len(kernel) == 1 or " " not in text
    }
    letters = {f"i:{word}" for word in _initials(text)} | {f"i:{word}" for word in _initials(" ".join(kernel))}
    return Keys(frozenset(found | letters), frozenset(found | short))


def fitting(head: str, groups: Groups, index: dict[str, list[str]], kind: str, known: Known) -> tuple[str, str] | None:
    """The one longer name that ``head`` is another form of, and how."""
    if any(fold(entry.text) in known.aliases for entry, _ in groups[head]):
        return None
    near = {other for key in keys(head, kind).asks for other in index.get(key, ())[:WINDOW] if other != head}
    fits: list[tuple[str, str]] = []
    for other in sorted(near):
        if frozenset((fold(head), fold(other))) in known.apart:
            continue
        found = compared(head, other, kind)
        if found.verdict == "different" or not _longer(other, head, groups, found.verdict):
            continue
        if _together(head, other, groups, kind, found.reason):
            fits.append((other, found.reason))
    if kind == "organization":
        fits = [fit for fit in fits if groups.share(head, fit[0])] or fits
    longest = [fit for fit in fits if not any(fit[0] != o and _part(fit[0], o, kind) for o, _ in fits)]
    if kind == "person" or len(longest) == 1:
        return longest[0] if len(longest) == 1 else None
    return _chief(longest, groups)


def _chief(fits: list[tuple[str, str]], groups: Groups) -> tuple[str, str] | None:
    """Of several fuller names the one that nearly all is said of, by several sources; the others are asides."""
    counted = sorted(((_count(groups[name]), name, reason) for name, reason in fits), reverse=True)
    if len(counted) < 2 or not _several(counted[0][1], groups):
        return None
    (most, name, reason), rest = counted[0], sum(count for count, _, _ in counted[1:])
    return (name, f"{reason}; {most} claims on it, {rest} on all others of this form") if most >= CHIEF * rest else None


def _count(members: list[tuple[Named, str]]) -> int:
    return sum(entry.count for entry, _ in members)


def compared(one: str, other: str, kind: str) -> Comparison:
    """How two names compare, in either order; for organizations, with initials of any kind."""
    return _compared(*sorted((one, other)), kind)


@lru_cache(maxsize=65536)  # the way from a name to its fullest form, and back, asks thrice for a pair
def _compared(one: str, other: str, kind: str) -> Comparison:
    if kind == "organization" and (_acronym(one, other) or _acronym(other, one)):
        return Comparison("compatible", "initials of the other")
    return compare(value_of(one, kind), value_of(other, kind))


def _acronym(short: str, long: str) -> bool:
    """Whether a short form is made of the first letters of a name, with or without its legal form: NRTC."""
    word = short.replace(".", "").strip()
    return word.isalnum() and word.isupper() and fold(word) in _initials(long)


def _initials(text: str) -> set[str]:
    """The initials of a name, of the name without its last word or two, and of its capitalised words."""
    from checker.values.names import words

    parts = [word for word in words(text) if word]
    large = [word for word in parts if word not in _SMALL]
    found = {
        "".join(word[0] for word in some[:end])
        for some in (parts, large)
        for end in range(len(some) - 2, len(some) + 1)
    }
    return {initials for initials in found if len(initials) > 1}


_SMALL = frozenset("of the and for in on at de du des der und et to a".split())


def _part(one: str, other: str, kind: str) -> bool:
    """Whether a fitting name is itself a form of another that fits: "A. Karpathy" of "Andrej Karpathy"."""
    return len(one) < len(other) and compare(value_of(one, kind), value_of(other, kind)).verdict != "different"


def _longer(other: str, head: str, groups: Groups, verdict: str) -> bool:
    """Whether ``other`` is the fuller form; of two spellings, the one more often written."""
    if verdict == "same":
        counts = [sum(entry.count for entry, _ in groups[name]) for name in (other, head)]
        return (counts[0], len(other), other) > (counts[1], len(head), head)
    return len(other) > len(head)


def _together(head: str, other: str, groups: Groups, kind: str, reason: str) -> bool:
    """Whether what stands beside the names speaks for one thing.

    A company and its arm share a beginning ("Mortise", "Mortise Capital"), so the short form of an organization counts
    only where the rest is a general word, or the same is said of it or of its people and no source names both.
    """
    if kind == "organization" and "initials" not in reason and "spelling" not in reason:
        return _adds(head, other) or (
            (groups.share(head, other) or _adds(head, other, "arms")) and not groups.meet(head, other)
        )
    if kind not in ("organization", "person"):
        return _thing(head, other)
    if reason == "spelling":
        return not groups.meet(head, other)
    if kind == "person" and ("surname only" in reason or "given name only" in reason):
        return groups.meet(head, other) or groups.share(head, other)
    return True


def _sources(head: str, groups: Groups) -> set[str]:
    return {source for entry, _ in groups[head] for source in entry.sources}


def _several(head: str, groups: Groups) -> bool:
    """Whether more than one source uses a name."""
    used = (source for entry, _ in groups[head] for source in entry.sources)
    first = next(used, None)
    return any(source != first for source in used)


def _adds(head: str, other: str, *more: str) -> bool:
    """Whether the longer name adds only words that are general, or say what sort of body it is or what it is for."""
    from checker.values import lexicon
    from checker.values.organization import core

    words, ours, theirs = lexicon.load("organizations"), core(head), core(other)
    if len(ours) > 1 and theirs[: len(ours) + 1] == (*ours, "for"):
        return True
    return set(theirs) - set(ours) <= {word for sort in ("generic", "trades", *more) for word in words[sort]}


def _thing(head: str, other: str) -> bool:
    """Whether the longer name of a thing only says of what sort it is, or whose: "Plover P2", "the Alder dinner"."""
    from checker.values import lexicon
    from checker.values.names import words

    ours, theirs = words(head), words(other)
    if ours and set(theirs) - set(ours) <= {*lexicon.load("organizations")["things"]}:
        return len(ours) > 1 or ours[0] not in lexicon.load("organizations")["things"]
    distinct = len(ours) > 1 or (any(letter.isdigit() for letter in head) and not head.isdigit())
    return distinct and theirs[-len(ours) :] == ours


def named(group: list[tuple[Named, str]], known: Known) -> str:
    """The name that stands for a group: the one given, else the fullest of a person, the one most written of others."""
    for entry, _ in group:
        if fold(entry.text) in known.aliases:
            return known.aliases[fold(entry.text)]
    most = max(entry.count for entry, _ in group)
    often = [entry for entry, _ in group if entry.count * 20 >= most]
    return min(often, key=_rank).text if len(often) > 1 else often[0].text


def _rank(entry: Named) -> tuple[object, ...]:
    """Names in capitals and acronyms last; of people the fullest first, of others the one that most sources write."""
    text, full = entry.text, sum(len(word.strip(".,")) > 1 for word in entry.text.split())
    shouted = text.isupper() and len(text) > 8
    if entry.type == "person":
        return (shouted, -full, -entry.count, -len(text), text)
    return (shouted, text.isupper() and full == 1, -len(entry.sources), -full, -entry.count, -len(text), text)
