"""On what basis a company is valued: before a round's money or with it. The two are different figures."""

from __future__ import annotations

from checker import lazy
from checker.claims.draft import Draft

_MONEY = r"(?:the |its |any )?(?:new |fresh )?(?:money|cash|investment|funds|capital|round|deal|injection|funding)"
_PRE = lazy.compile(rf"\bpre-?money\b|\bpre-deal\b|\bbefore {_MONEY}\b|\b(?:was|is) \S+ \S+ pre\b")
_POST = lazy.compile(
    rf"\bpost-?money\b|\bpost-deal\b|\b(?:after|including|with|counting) {_MONEY}\b|\bnew money (?:included|in)\b"
)
_REACH = 160  # characters around a figure, within its sentence


def mark(drafts: list[Draft]) -> None:
    """Say of each valuation whether it is before or after the money, where the words beside it do."""
    for draft in drafts:
        if draft.attribute != "valuation" or "basis" in draft.qualifiers:
            continue
        text = draft.block.text
        start = max(text.rfind(". ", 0, draft.start) + 1, draft.start - _REACH)
        end = text.find(". ", draft.end)
        beside = text[start : min(end if end >= 0 else len(text), draft.end + _REACH)].casefold()
        place = draft.start - start
        apart = {
            name: min((min(abs(m.start() - place), abs(m.end() - place)) for m in said.finditer(beside)), default=1e9)
            for name, said in (("pre-money", _PRE), ("post-money", _POST))
        }
        nearest = min(apart, key=lambda name: apart[name])
        if apart[nearest] < 1e9:
            draft.qualifiers = {**draft.qualifiers, "basis": nearest}
