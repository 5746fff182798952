"""Two things said of one fact: do they agree, conflict, or speak of different things?"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from checker import lazy
from checker.findings.families import same_family
from checker.findings.interface import Case, days_of
from checker.findings.says import Say, timeless
from checker.model import Claim, Value
from checker.packs import Attribute
from checker.packs.checks import SingleValue
from checker.values import AMOUNTS, compare
from checker.values.amounts import ends, plain
from checker.values.comparison import Comparison
from checker.values.names import fold, words

AGREE, CONFLICT, APART = "agree", "conflict", "apart"
_FISCAL = lazy.compile(r"(\d{4})/(\d{4})")
_LONG_AGO = 365  # days between publications after which what was current may have changed
_LATER = 180  # days after which a changing figure may have moved a little


class Pair(Struct, frozen=True):
    """The verdict on two things said and why; ``rival``: two versions of one thing, which nobody has both of; ``near``:
    two figures of a thing that changes, so near that time explains it."""

    verdict: str
    reason: str
    rival: bool = False
    near: bool = False


def judge_pair(a: Say, b: Say, attribute: Attribute, parameters: SingleValue, case: Case) -> Pair:
    """The verdict on two things said of one fact. Symmetric."""
    found = compared(a.value, b.value, parameters, case)
    if a.denied or b.denied:
        return _denied(a, b, found)
    if found.verdict != "different":
        if a.as_of and b.as_of and disjoint(a.as_of, b.as_of) and attribute.dated:
            return Pair(APART, f"of different dates: {_both(a.as_of, b.as_of)}")
        return Pair(AGREE, f"{'same' if found.verdict == 'same' else _word(found, a.value)}: {found.reason}")
    if attribute.several and not attribute.key:
        return _exclusive(a, b)
    if found.reason.startswith("currency:") and ends(a.value) != ends(b.value):
        return Pair(APART, "different currencies are not compared")
    return _times(a, b, attribute, parameters, case) or Pair(
        CONFLICT, f"{_kind(found)}: {found.reason}", _rival(a.value, b.value, found)
    )


def compared(a: Value, b: Value, parameters: SingleValue, case: Case) -> Comparison:
    """How two values compare, by their kind and by what the packs' taxonomies say."""
    from checker.findings.taxonomy import related

    known = related(a, b, case.world.packs)
    if known is not None:
        return known
    one, other = sorted((as_written(a), as_written(b)), key=lambda v: (v.kind, v.text, v.edtf or "", v.low or 0.0))
    found = compare(one, other)
    if found.verdict == "compatible" and parameters.overlap == "different" and _partly(a, b):
        return Comparison("different", f"ranges that only overlap: {found.reason}")
    return found


def as_written(value: Value) -> Value:
    """The value with its figure in words where its text is not known: how precise it is can be seen in its writing."""
    if value.kind not in ("money", "quantity") or any(char.isdigit() for char in value.text) or value.low is None:
        return value
    return replace(value, text=plain(value.low)) if value.low == value.high else value


def _partly(a: Value, b: Value) -> bool:
    """Whether two ranges overlap without one holding the other."""
    ours, theirs = ends(a), ends(b)
    if a.kind not in AMOUNTS or ours[0] == ours[1] or theirs[0] == theirs[1]:
        return False
    inside = (ours[0] <= theirs[0] and theirs[1] <= ours[1]) or (theirs[0] <= ours[0] and ours[1] <= theirs[1])
    return not inside


def _denied(a: Say, b: Say, found: Comparison) -> Pair:
    if a.denied and b.denied:
        return Pair(APART, "both denied")
    denied, said = (a, b) if a.denied else (b, a)
    if found.verdict == "different" or not _covers(denied.value, said.value, found):
        return Pair(APART, "another value is denied")
    if denied.status and said.status and (denied.status == "former") != (said.status == "former"):
        return Pair(APART, "denied of another time")
    if denied.as_of and said.as_of and disjoint(denied.as_of, said.as_of):
        return Pair(APART, "denied of another date")
    return Pair(CONFLICT, f"denied: {said.value.text}")


def _covers(denied: Value, said: Value, found: Comparison) -> bool:
    """Whether what is said lies within what is denied."""
    if found.verdict == "same":
        return True
    if denied.kind == "date" and denied.edtf and said.edtf:
        ours, theirs = days_of(denied.edtf), days_of(said.edtf)
        return (ours[0] or date.min) <= (theirs[0] or date.min) and (theirs[1] or date.max) <= (ours[1] or date.max)
    if denied.kind in AMOUNTS:
        wide, narrow = ends(denied), ends(said)
        return (
            denied.approximate
            or said.approximate
            or "round" in found.reason
            or (wide[0] <= narrow[0] and narrow[1] <= wide[1])
        )
    if denied.kind in ("title", "text"):  # "not honorary president" leaves a president one
        narrower = set(words(denied.text)) - set(words(said.text))
        return "one post in common" not in found.reason and not narrower
    return True


def _exclusive(a: Say, b: Say) -> Pair:
    """Two of several possible values exclude each other only where one is said to be the only one."""
    for one, other in ((a, b), (b, a)):
        if one.sole and not other.sources & one.sources:
            return Pair(CONFLICT, f"excluded: {one.value.text} is said to be the only one", True)
    return Pair(APART, "there can be several")


def _times(a: Say, b: Say, attribute: Attribute, parameters: SingleValue, case: Case) -> Pair | None:
    """A reason of time for which two values that differ do not conflict."""
    if a.as_of and b.as_of and disjoint(a.as_of, b.as_of):
        return Pair(APART, f"of different dates: {_both(a.as_of, b.as_of)}")
    if attribute.happening and _happened_twice(a, b, case):
        return Pair(APART, f"of two happenings ({attribute.happening}), years apart")
    if a.edition and b.edition and a.edition != b.edition:
        return Pair(APART, f"different edition: {_both(a.edition, b.edition)}")
    if a.scope != b.scope:
        return Pair(APART, f"different scope: {_both(a.scope or 'all', b.scope or 'all')}")
    kind = next((words for words in parameters.kinds if _of_two_kinds(a, b, words)), "")
    if kind:
        return Pair(APART, f"different definition: {kind.replace('|', ' or ')}")
    changing = attribute.dated or ("period" in attribute.key and not _period(a) and not _period(b))
    one_dated = bool(a.as_of) != bool(b.as_of)
    apart = _published_apart(a, b, case)
    if changing:
        if one_dated and (a.history or b.history):
            return Pair(APART, "superseded: an earlier figure of a source that gives a later one")
        near = _distance(a.value, b.value) <= parameters.drift
        if near and (one_dated or (not a.as_of and apart > _LATER)):
            return Pair(APART, f"within {parameters.drift:.0%}, which time can bring", near=True)
        if not a.as_of and not b.as_of and apart > _LONG_AGO:
            return Pair(APART, f"superseded: published {apart} days apart")
        return None
    if attribute.status:
        return _succession(a, b, apart, case)
    if one_dated:
        return Pair(APART, "one is of a date of its own")
    return None


def _happened_twice(a: Say, b: Say, case: Case) -> bool:
    """Whether all that say the one speak of another happening than all that say the other."""
    ours, theirs = ({case.happenings.get(claim.id) for claim in say.claims} for say in (a, b))
    return None not in ours | theirs and not ours & theirs


def _of_two_kinds(a: Say, b: Say, words: str) -> bool:
    """Whether only one is "pre-money", or (of "announc|clos") one is the one and the other the other."""
    first, _, second = words.partition("|")
    if not second:
        return _of_kind(a, first) != _of_kind(b, first)
    ours, theirs = ((_of_kind(say, first), _of_kind(say, second)) for say in (a, b))
    return {ours, theirs} == {(True, False), (False, True)}


def _of_kind(say: Say, word: str) -> bool:
    """Whether the sentence of every claim has the word by its value."""
    if word not in say.kinds:
        say.kinds[word] = all(_beside(claim, word) for claim in say.claims)
    return say.kinds[word]


def _beside(claim: Claim, word: str) -> bool:
    start, end = claim.mark or (0, min(len(claim.quote), 400))
    near = [*claim.qualifiers.values(), claim.quote[max(0, start - 60) : end + 60]]
    return any(_begins(word).search(fold(text)) for text in near)


@lru_cache(maxsize=256)
def _begins(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(fold(word))}")


def _period(say: Say) -> str:
    return say.claims[0].qualifiers.get("period", "")


def _succession(a: Say, b: Say, apart: int, case: Case) -> Pair | None:
    if a.value.kind == "title" and not same_family(a.value.text, b.value.text):
        return Pair(APART, "posts of different kinds can be held together")
    if timeless(a.value) and timeless(b.value):
        return None
    if a.past != b.past:
        return Pair(APART, "one post after the other")
    if _promoted(a, b, case) or _promoted(b, a, case):
        return Pair(APART, "one post after the other, a step up")
    if a.status != "former" and b.status != "former" and apart > _LONG_AGO:
        return Pair(APART, f"superseded: published {apart} days apart")
    return None


_BELOW = frozenset("deputy vice assistant associate junior acting interim trainee sub under".split())


def _promoted(earlier: Say, later: Say, case: Case) -> bool:
    """Whether who was vice-chair is chair now: by sources of one time, as what was said before may be outdated."""
    if earlier.status != "former" or later.status == "former":
        return False
    before, now = set(words(earlier.value.text)), set(words(later.value.text))
    told, since = _told(earlier, case), _told(later, case)
    gap = (told[0] - since[1]).days if told and since else 0
    return now < before and before - now <= _BELOW and gap <= _LATER


def _published_apart(a: Say, b: Say, case: Case) -> int:
    """The days that lie between the publications of the two at the least; 0 where one is not known."""
    ours, theirs = _told(a, case), _told(b, case)
    if ours is None or theirs is None or not (ours[2] and theirs[2]):
        return 0
    gap = max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days)
    return max(0, gap)


def _told(say: Say, case: Case) -> tuple[date, date, bool] | None:
    """The first and the last day on which it was published, and whether that is known of all of its sources."""
    if say.told is None:
        days = case.world.published
        known = [day for source in say.sources if (day := days.get(source))]
        if known:
            whole = len(known) == len(say.sources)
            say.told = min(first for first, _ in known), max(last for _, last in known), whole
    return say.told


def disjoint(a: str, b: str) -> bool:
    """Whether no day can be meant by both dates."""
    ours, theirs = _FISCAL.fullmatch(a), _FISCAL.fullmatch(b)
    if ours and theirs and int(ours[2]) - int(ours[1]) == int(theirs[2]) - int(theirs[1]) == 1:
        return a != b  # "2023/24" and "2024/25" have a calendar year in common, but no day
    if _follows(a, b) or _follows(b, a):
        return True
    (a_low, a_high), (b_low, b_high) = days_of(a), days_of(b)
    if (a_low is None and a_high is None) or (b_low is None and b_high is None):
        return a != b
    return (a_high or date.max) < (b_low or date.min) or (b_high or date.max) < (a_low or date.min)


def _follows(earlier: str, later: str) -> bool:
    """Whether a time begins in the year in which another ends: "1955/1961" and "1961/1970"."""
    (began, ranged, end), (start, also, last) = earlier.partition("/"), later.partition("/")
    return bool(ranged and also) and began < end == start != last


def _distance(a: Value, b: Value) -> float:
    """How far two amounts lie apart, as a share of the greater."""
    (low, high), (other_low, other_high) = ends(a), ends(b)
    gap = max(low - other_high, other_low - high, 0.0)
    size = max((abs(x) for x in (low, high, other_low, other_high) if abs(x) != inf), default=0.0)
    if a.currency != b.currency or gap == inf:
        return inf
    return gap / size if size else 0.0


def _rival(a: Value, b: Value, found: Comparison) -> bool:
    """Whether two values are versions of one: titles of one post at two levels, two founding titles."""
    return found.reason.startswith("level") or (timeless(a) and timeless(b))


def _kind(found: Comparison) -> str:
    return "disjoint" if found.reason.startswith("disjoint") else "different"


def _word(found: Comparison, value: Value) -> str:
    reason = found.reason
    for sign, word in (
        ("round", "rounds"),
        ("short form", "abbreviates"),
        ("initial", "abbreviates"),
        ("only", "abbreviates"),
    ):
        if sign in reason:
            return word
    return "approximates" if "approximate" in reason or "about" in reason else "refines"


def _both(a: str, b: str) -> str:
    return " and ".join(sorted((a, b)))
