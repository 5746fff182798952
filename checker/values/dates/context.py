"""What dates are counted from, and what the words around them tell."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from msgspec import Struct

from checker import lazy
from checker.values.dates import moment
from checker.values.dates.moment import Moment

_COMING = lazy.compile(
    r"\b(?:will|shall|would|to be|plan(?:s|ned)? to|expect(?:s|ed)?|set to|due|schedul\w+|upcoming|aims? to|hopes? to"
    r"|intends? to|going to|(?:is|are) to|starts|opens|begins|runs|returns|closes|takes place|next)\b|'ll\b"
)
# what is fixed is told in the present: "leaves on 31 August"
_FIXED = lazy.compile(
    r"\b(?:leaves|retires|departs|steps (?:down|aside|back)|stands down|ends|arrives|reopens|resumes)\b"
)
# what stands right before it is past, whatever else the sentence looks forward to: "the ground, which opened on"
_JUST_DONE = lazy.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bget )\b(?!(?:schedul|plann|expect|project|target|slat|pencill?|book|promis|need)ed\b)"
    r"[a-z]{3,}ed\s+(?:on|in)\s*$"
)
_ENDS = lazy.compile(r"[.;!?]\s|\n")
_GONE = lazy.compile(
    r"\b(?:was|were|had|did|has|have|been|born|came|took|went|met|sat|began|left|held|gave|won|made|said|saw|became"
    r"|rose|fell|lost|led|ran|got|told|wrote|brought|bought|sold|paid|last|since|ago|earlier|previous|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
SENTENCE = 160  # characters before a date that are looked at for the sentence's tense
PAST_REACH = 330  # days back that a date without a year still means the past in prose


UNSAID = 3  # where no verb tells, what is ahead must be this many times nearer
SPOKEN_FUTURE = 3  # spoken dates are mostly ahead: one that is past must be this many times nearer


class Context(Struct):
    """Where a text stands in time. ``base``: when it was published; ``previous``: the first day of the date named
    before, and its grain; ``at``: where in the text;
    ``monthfirst``: how 9/10/2024 reads; ``lone``: whether the text is short;
    ``extent``: where it begins and ends without blanks."""

    base: datetime | None
    prose: bool
    previous: Moment | None = None
    at: int = 0
    ahead: bool | None = None
    monthfirst: bool = True
    lone: bool = False
    extent: tuple[int, int] = (0, 0)
    text: str = ""

    @property
    def coming(self) -> bool:
        """Whether the sentence so far looks ahead."""
        if self.ahead is None:
            self.ahead = looks_ahead(self.text[max(0, self.at - SENTENCE) : self.at])
        return self.ahead

    def nearest(self, choices: list[Moment]) -> Moment | None:
        """Of the readings of a date without a year, the one meant: in prose past preferred, else the nearest."""
        if not choices or self.base is None:
            return None
        today = self.base.date()
        past = max((c for c in choices if c.first <= today), key=lambda c: c.first, default=None)
        future = min((c for c in choices if c.last >= today), key=lambda c: c.first, default=None)
        if past is None or future is None:
            return past or future
        if self.prose and self.coming:
            return future
        if self.prose and not looks_back(self.text, self.at):
            return past if (today - past.first) < (future.first - today) * UNSAID else future
        if self.prose:
            return past if (today - past.first).days <= PAST_REACH else future
        return past if (today - past.first) * SPOKEN_FUTURE < future.first - today else future


def looks_back(text: str, at: int) -> bool:
    """Whether the sentence around a date speaks of the past."""
    before = _ENDS.split(text[max(0, at - SENTENCE) : at])[-1]
    return bool(_GONE.search(before) or _GONE.search(_ENDS.split(text[at : at + SENTENCE])[0]))


def looks_ahead(before: str) -> bool:
    """Whether the words before a date, in its sentence, speak of the future."""
    said = re.split(r"[.;!?]\s", before)[-1]
    if _JUST_DONE.search(said):
        return False
    if _COMING.search(said):
        return True
    fixed = list(_FIXED.finditer(said))
    return bool(fixed) and _GONE.search(said, fixed[-1].end()) is None


def weekday(context: Context, number: int) -> Moment | None:
    """The weekday meant by its bare name."""
    if context.base is None:
        return None
    today = context.base.date()
    back = (today.weekday() - number) % 7
    if context.prose and not context.coming:
        at = today - timedelta(days=back)
    elif context.prose:
        at = today + timedelta(days=(-back) % 7 or 7)
    else:
        at = today + timedelta(days=(-back) % 7 or 7)
    return Moment(at, at, anchor="published")


def sized(at: Moment | None, grain: str) -> Moment | None:
    """A moment of one day widened to its month or year."""
    if at is None or grain == "day":
        return at
    first: date = at.first
    wide = moment.month(first.year, first.month) if grain == "month" else moment.year(first.year)
    return None if wide is None else wide.but(anchor=at.anchor, approximate=at.approximate)
