"""One value at a time for each key: what differs conflicts, what two sources say alike agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.findings.interface import Case
from checker.findings.made import make, position
from checker.findings.pairs import AGREE, APART, CONFLICT, Pair, judge_pair
from checker.findings.says import Say, says, timeless
from checker.model import Claim, Fact, Finding, Value
from checker.packs import Rule
from checker.packs.checks import SingleValue
from checker.packs.schema import Only
from checker.values import show
from checker.values.names import fold

Rules = Sequence[tuple[Rule, SingleValue]]  # those for special cases first, the one for all others last


class _Table(Struct):
    """What is said of a fact, and the verdict on each two of them."""

    fact: Fact
    said: list[Say]
    left: int
    pairs: dict[tuple[int, int], Pair]
    near: dict[int, set[int]] = {}  # filled as needed, as is
    beside: dict[int, set[int]] = {}

    def verdict(self, i: int, j: int) -> str:
        """The verdict on two, in either order; of one with itself, agreement."""
        return AGREE if i == j else self.pairs[min(i, j), max(i, j)].verdict


def check(case: Case, fact: Fact, rules: Rules) -> Iterator[Finding]:
    """The conflicts, agreements and (where asked for) notices of one fact, each by the rule that it belongs to."""
    general, parameters = rules[-1]
    table = _table(fact, case, parameters)
    found: dict[str, list[tuple[int, int]]] = {}
    for (i, j), pair in sorted(table.pairs.items()):
        if pair.verdict == CONFLICT and not _excused(table, i, j, case, parameters):
            rule = _rule(rules, table.said[i], table.said[j])
            if rule is not None:
                found.setdefault(rule.id, []).append((i, j))
    by_id = {rule.id: rule for rule, _ in rules}
    for name in sorted(found):
        yield _conflict(by_id[name], table, found[name], case)
    if parameters.agreements:
        yield from _agreements(rules, table, case)
    if parameters.notices and not found:
        yield from _notices(general, table, case)


def _table(fact: Fact, case: Case, parameters: SingleValue) -> _Table:
    attribute = case.world.attribute(fact.attribute)
    said, left = says(fact, case, parameters.sole)
    pairs = {
        (i, j): judge_pair(said[i], said[j], attribute, parameters, case)
        for i in range(len(said))
        for j in range(i + 1, len(said))
    }
    return _Table(fact, said, left, pairs)


def _rule(rules: Rules, a: Say, b: Say) -> Rule | None:
    """The rule that a conflict belongs to: the first special one that fits, else the general one."""
    for rule, _ in rules:
        if rule.only is None or _fits(rule.only, a) or _fits(rule.only, b):
            return rule
    return None


def _fits(only: Only, say: Say) -> bool:
    if only.words:
        plain = fold(say.value.text)
        if not any(fold(word) in plain for word in only.words):
            return False
    if only.inferred is not None and only.inferred != all(_inferred(claim) for claim in say.claims):
        return False
    return all(any(fold(c.qualifiers.get(k, "")) == fold(v) for c in say.claims) for k, v in only.qualifiers.items())


def _inferred(claim: object) -> bool:
    qualifiers = claim.qualifiers  # type: ignore[attr-defined]
    return qualifiers.get("basis") in ("inferred", "header") or claim.confidence < 0.6  # type: ignore[attr-defined]


def _excused(table: _Table, i: int, j: int, case: Case, parameters: SingleValue) -> bool:
    """Whether a conflict of two values is none after all: one source has both, as things that go together."""
    one, other, pair = table.said[i], table.said[j], table.pairs[i, j]
    attribute = case.world.attribute(table.fact.attribute)
    if case.namesakes and all((a, b) in case.namesakes for a in one.sources for b in other.sources):
        return True
    if attribute.key and any(
        key not in table.fact.qualifiers for key in attribute.key if key in ("organization", "round")
    ):
        return True  # which post, which round is not said: there can be many
    if one.sources == other.sources and len(one.sources) == 1:
        if "period" in attribute.key and "period" not in table.fact.qualifiers:
            return True  # of a quarter and of nine months, as reports tell one after another
        if attribute.dated and _in_one_row(one, other, one.sources):
            return True
        return not _within(one, other, pair, attribute.status or attribute.several, parameters) and not one.sole
    if one.denied or other.denied:
        return len(one.sources | other.sources) < 2
    if one.sole or other.sole:
        return False
    if attribute.status or attribute.dated or attribute.several or not parameters.within_source:
        return _side_by_side(table, i, j, attribute.dated)
    return False


def _within(one: Say, other: Say, pair: Pair, held: bool, parameters: SingleValue) -> bool:
    """Whether two values in one source contradict each other."""
    if not parameters.within_source or one.denied or other.denied:
        return False
    if not held:
        return bool(one.as_of) == bool(other.as_of)
    return pair.rival and "former" not in (one.status, other.status)


def _side_by_side(table: _Table, i: int, j: int, dated: bool) -> bool:
    """Whether some source has both values (or values that agree with them) without contradicting itself."""
    theirs = _near(table, j)
    return any(not theirs.isdisjoint(_beside(table, k, dated)) for k in _near(table, i))


def _beside(table: _Table, i: int, dated: bool) -> set[int]:
    """The things that some source says beside thing ``i`` without contradicting itself."""
    if i not in table.beside:
        others = (k for k in range(len(table.said)) if k != i)
        table.beside[i] = {k for k in others if _go_together(table, min(i, k), max(i, k), dated)}
    return table.beside[i]


def _go_together(table: _Table, i: int, j: int, dated: bool) -> bool:
    one, other, pair = table.said[i], table.said[j], table.pairs[i, j]
    if pair.verdict == AGREE or one.sources.isdisjoint(other.sources):
        return False
    both = one.sources & other.sources
    if dated and one.as_of == other.as_of:
        both = _in_one_row(one, other, both)
    free = pair.verdict == APART or dated or not pair.rival
    return bool(both) and (free or _after_another(one, other, both))


def _in_one_row(one: Say, other: Say, both: set[str]) -> set[str]:
    """The sources that have two figures of what changes with time in one row or sentence, as those of two years are."""
    if one.as_of and other.as_of:
        return set()
    ours, theirs = _lines(one, both), _lines(other, both)
    return {at[0] for at in ours.keys() & theirs.keys() if {c.quote for c in ours[at]} & {c.quote for c in theirs[at]}}


def _lines(say: Say, both: set[str]) -> dict[tuple[str, int], list[Claim]]:
    found: dict[tuple[str, int], list[Claim]] = {}
    for claim in say.claims:
        if claim.source in both:
            found.setdefault((claim.source, claim.span.line), []).append(claim)
    return found


def _after_another(one: Say, other: Say, both: set[str]) -> bool:
    """Whether a source has two versions of one post as a career: one former, one current, or both over."""
    if timeless(one.value) and timeless(other.value):
        return False
    if one.past != other.past:
        return True
    ours, theirs = _statuses(one, both), _statuses(other, both)
    return any(
        (ours[at] != theirs[at] and "" not in ours[at] | theirs[at]) or ours[at] == theirs[at] == {"former"}
        for at in both
    )


def _statuses(say: Say, both: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for claim in say.claims:
        if claim.source in both:
            found.setdefault(claim.source, set()).add(claim.qualifiers.get("status", ""))
    return found


def _near(table: _Table, i: int) -> set[int]:
    """The things that agree with thing ``i``."""
    if i not in table.near:
        table.near[i] = {
            k for k, say in enumerate(table.said)
            if not say.denied and (say.key == table.said[i].key or _firmly(table, i, k))
        }  # fmt: skip
    return table.near[i]


def _firmly(table: _Table, i: int, k: int) -> bool:
    """Whether two things agree so well that who says one has said the other."""
    return table.verdict(i, k) == AGREE and "may be" not in table.pairs[min(i, k), max(i, k)].reason


def _groups(table: _Table, apart: set[tuple[int, int]]) -> list[list[int]]:
    """What is in conflict, the values that are alike together."""
    groups: list[list[int]] = []
    for i in sorted({i for edge in apart for i in edge}):
        home = next(
            (g for g in groups if all((min(i, k), max(i, k)) not in apart and _alike(table, i, k) for k in g)), None
        )
        if home is None:
            groups.append([i])
        else:
            home.append(i)
    return groups


def _conflict(rule: Rule, table: _Table, edges: list[tuple[int, int]], case: Case) -> Finding:
    groups = _groups(table, set(edges))
    positions = [position(_shown(table.said[g[0]]), [c for i in g for c in table.said[i].claims]) for g in groups]
    reasons = sorted({table.pairs[edge].reason for edge in edges})
    reason = reasons[0] + (f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else "")
    if table.left:
        reason += f"; {table.left} values with fewer sources not compared"
    return make(rule, table.fact, "conflict", positions, reason, case.world)


def _alike(table: _Table, i: int, k: int) -> bool:
    pair = table.pairs[min(i, k), max(i, k)]
    return (
        pair.verdict == AGREE
        or pair.near
        or (table.said[i].key == table.said[k].key and table.said[i].denied == table.said[k].denied)
    )


def _shown(say: Say) -> Value:
    if say.denied:
        return Value("text", f"not {show(say.value)}")
    return replace(say.value, text=f"{say.value.text} alone") if say.sole and say.value.kind == "person" else say.value


def _agreements(rules: Rules, table: _Table, case: Case) -> Iterator[Finding]:
    """Each value that at least two sources give, exactly or compatibly."""
    groups: list[list[int]] = []
    for i, say in enumerate(table.said):
        if say.denied:
            continue
        home = next((g for g in groups if all(_agrees(table, i, k) for k in g)), None)
        if home is None:
            groups.append([i])
        else:
            home.append(i)
    for group in groups:
        if len({source for i in group for source in table.said[i].sources}) < 2:
            continue
        claims = [claim for i in group for claim in table.said[i].claims]
        reasons = {_reason(table, i, k) for i in group for k in group if i < k}
        loose = sorted(reason for reason in reasons if not reason.startswith("same"))
        first = (
            min(group, key=lambda i: (-len(table.said[i].value.text), i))
            if table.said[group[0]].value.kind == "person"
            else group[0]
        )
        reason = loose[0] if loose else "same"
        rule = next(
            rule for rule, _ in rules if rule.only is None or all(_fits(rule.only, table.said[i]) for i in group)
        )
        yield make(rule, table.fact, "agreement", [position(table.said[first].value, claims)], reason, case.world)


def _agrees(table: _Table, i: int, k: int) -> bool:
    if table.verdict(i, k) == AGREE:
        return True
    one, other = table.said[i], table.said[k]
    return one.key == other.key and not (one.as_of and other.as_of)


def _reason(table: _Table, i: int, k: int) -> str:
    pair = table.pairs[i, k]
    return pair.reason if pair.verdict == AGREE else "same"


def _notices(rule: Rule, table: _Table, case: Case) -> Iterator[Finding]:
    """What was not compared though it differs: of different times, or after one another."""
    attribute = case.world.attribute(table.fact.attribute)
    if attribute.several and not attribute.key:
        return
    kept = [
        (edge, pair)
        for edge, pair in sorted(table.pairs.items())
        if pair.verdict == APART and not table.said[edge[0]].denied and not table.said[edge[1]].denied
        and table.said[edge[0]].key != table.said[edge[1]].key
    ]  # fmt: skip
    if kept:
        touched = sorted({i for edge, _ in kept for i in edge})
        positions = [position(table.said[i].value, table.said[i].claims) for i in touched]
        yield make(rule, table.fact, "notice", positions, kept[0][1].reason, case.world)
