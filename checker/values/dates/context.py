"""What dates are counted from, and what the words around them tell."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from msgspec import Struct

from checker import lazy
from checker.values.dates import moment
from checker.values.dates.moment import Moment

_COMING = lazy.compile(
    r"\b(?:will|shall|would|might|may|to be|plan(?:s|ned|ning)?|expect(?:s|ed)?|supposed to|set to"
    r"|due|schedul\w+|upcoming|aims? to|hopes? to|intends? to|going to"
    r"|(?:is|are) to|starts|opens|begins|runs|returns|closes|takes place"
    r"|next)\b|'ll\b"
)
# what is fixed is told in the present: "leaves on 31 August"
_FIXED = lazy.compile(
    r"\b(?:leaves|retires|departs|steps (?:down|aside|back)|stands down|ends|arrives|reopens|resumes)\b"
)
# what stands right before it is past, whatever else the sentence looks forward to: "the ground, which opened on"
_JUST_DONE = lazy.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bget )(?<!\bbeing )"
    r"\b(?!(?:schedul|plann|expect|project|target|slat|pencill?|book|promis"
    r"|need|propos|intend)ed\b)[a-z]{3,}ed(?:\s+(?:on|in|late|early))?\s*$"
)
# what was told after what is to come is past again: "the plan to be presented, he told them on"
_TOLD = lazy.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bget )"
    r"\b(?:was|were|did|said|told|announced|reported|predicted|added|ruled"
    r"|declared|replied|warned|insisted|argued|noted|came|took|went|met|began|gave|won|made|saw|became|rose|fell|ran|got|wrote"
    r"|brought|bought|paid|led)\b"
)
# a limit lies ahead, unless what it limits is told as past
_LIMIT = lazy.compile(
    r"\b(?:until|till|by|effective|payable|as (?:soon|early|late) as|no(?:t)? later than|starting|beginning)\s+"
    r"(?:(?:noon|midnight|[0-9:.]+\s?[ap]\.?m\.?)(?:\s[A-Z]{2,3})?,?\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_PAST_STATE = lazy.compile(r"\b(?:was|were|had|did|been)\b")
_ENDS = lazy.compile(r"(?<![ap]\.m)[.;!?][\"'”’)]*\s|\n\s*\n")
_GONE = lazy.compile(
    r"\b(?:was|were|had|did|has|have|been|born|came|took|went|met|sat|began|left|held|gave|won|made|said|saw|became"
    r"|rose|fell|lost|led|ran|got|told|wrote|brought|bought|sold|paid|last|since|ago|earlier|previous|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
SENTENCE = 160  # characters before a date that are looked at for the sentence's tense
YEAR = 12  # months
REPORT = 1500  # characters within which the months reported on are still meant
JUST = 21  # days since that are told of as of late, whatever the sentence looks forward to
HALF = 180  # days
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
    period: Moment | None = None  # the months reported on, as last named
    named_at: int = 0  # where
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
        if (
            self.prose
            and past.grain == "day"
            and (today - past.first).days <= JUST
            and (future.first - today).days > HALF
        ):
            return past
        if self.prose and self.coming:
            return future
        if self.prose and not looks_back(self.text, self.at):
            return past if (today - past.first) < (future.first - today) * UNSAID else future
        if self.prose:
            return future if self._too_far(past, future) else past
        return past if (today - past.first) * SPOKEN_FUTURE < future.first - today else future

    def _too_far(self, past: Moment, future: Moment) -> bool:
        """Whether a past day is too long ago to be named without its year: last December's, told of in October."""
        today = self.base.date() if self.base else past.first
        ago = (today - past.first).days
        if self.previous is not None and abs((past.first - self.previous.first).days) < HALF:
            return False  # it goes on from a day of that time
        days_apart = (
            past.grain == "day" and past.first == past.last and past.first.year < today.year == future.first.year
        )
        return ago > PAST_REACH or (days_apart and ago > (future.first - today).days * UNSAID)

    def note(self, at: Moment) -> None:
        """Remember a date that was named, for those counted from it; what is held against it is none."""
        if at.weak == "compared":
            return
        self.previous = at
        begun = self.base is None or at.first <= self.base.date()
        if begun and at.grain == "month" and 1 < _months(at) < YEAR:
            self.period, self.named_at = at, self.at

    def reported(self) -> Moment | None:
        """The months that the text reports on, if they were named not far before."""
        return self.period if self.at - self.named_at < REPORT else None


def _months(at: Moment) -> int:
    return (at.last.year - at.first.year) * YEAR + at.last.month - at.first.month + 1


def looks_back(text: str, at: int) -> bool:
    """Whether the sentence around a date speaks of the past."""
    before = _ENDS.split(text[max(0, at - SENTENCE) : at])[-1]
    return bool(_GONE.search(before) or _GONE.search(_ENDS.split(text[at : at + SENTENCE])[0]))


def looks_ahead(before: str) -> bool:
    """Whether the words before a date, in its sentence, speak of the future."""
    said = _ENDS.split(before)[-1]
    if _JUST_DONE.search(said):
        return False
    if _LIMIT.search(said) and not _PAST_STATE.search(said):
        return True
    coming = list(_COMING.finditer(said))
    if coming:
        return _TOLD.search(said, coming[-1].end()) is None
    fixed = list(_FIXED.finditer(said))
    return bool(fixed) and _GONE.search(said, fixed[-1].end()) is None


def weekday(context: Context, number: int) -> Moment | None:
    """The weekday meant by its bare name."""
    if context.base is None:
        return None
    today = context.base.date()
    back = (today.weekday() - number) % 7
    if context.prose and (not context.coming or _owned(context)):
        at = today - timedelta(days=back)
    elif context.prose:
        at = today + timedelta(days=(-back) % 7)
    else:
        at = today + timedelta(days=(-back) % 7 or 7)
    return Moment(at, at, anchor="published")


_OWNED = lazy.compile(
    r"[A-Z][a-z]+['’]s\s(?!(?:[a-z]+\s)?(?:meeting|summit|game|match|election|vote|hearing|deadline|talks|session|race|final|show"
    r"|event|conference|ceremony|debate|launch|opening|concert|referendum|start)\b)"
)


def _owned(context: Context) -> bool:
    """Whether the weekday owns what has happened: "ways around Wednesday's ruling"."""
    return _OWNED.match(context.text, context.at) is not None


def sized(at: Moment | None, grain: str) -> Moment | None:
    """A moment of one day widened to its month or year."""
    if at is None or grain == "day":
        return at
    first: date = at.first
    wide = moment.month(first.year, first.month) if grain == "month" else moment.year(first.year)
    return None if wide is None else wide.but(anchor=at.anchor, approximate=at.approximate)
