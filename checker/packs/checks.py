"""The checks that rules name, each with the parameters it takes."""

# annotations are evaluated here: msgspec asks for them at every start, and would compile each

from typing import Annotated, Literal

from msgspec import Meta, Struct

Share = Annotated[float, Meta(ge=0, le=10)]
Count = Annotated[int, Meta(ge=0)]
Days = Annotated[float, Meta(ge=0)]
Distance = Annotated[float, Meta(ge=0)]


class Parameters(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a check can be told."""


class SingleValue(Parameters, frozen=True, kw_only=True):
    """One value at a time for each key: claims that differ conflict, claims of two sources that don't agree."""

    drift: Share = 0.1  # of figures that change: how much time may bring where only one is dated
    overlap: Literal["compatible", "different"] = "compatible"  # ranges that meet without one holding the other
    sole: list[str] = []  # stems of words beside which "sole", "alone" exclude other values
    kinds: list[str] = []  # words that make a value one of another kind: "pre-money"; of two: "announc|clos"
    within_source: bool = True  # two values in one source conflict too
    agreements: bool = True
    notices: bool = False  # say, too, what was not compared, and why


class Tolerance(Parameters, frozen=True, kw_only=True):
    """Figures agree within a distance."""

    absolute: Distance | str | None = None  # of dates in days, of measures with its unit: 1 minute
    relative: Share | None = None
    last_digit: bool = False  # half a unit of the last digit given


class Order(Parameters, frozen=True, kw_only=True):
    """The first attribute's date comes before the second's: attributes are [earlier, later]."""

    equal: bool = True  # the same day is fine
    key: list[str] = []  # qualifiers by which the two belong together; none: those both have


class Periods(Parameters, frozen=True, kw_only=True):
    """Spans made of two date attributes [start, end]: two at once conflict, or a gap is told."""

    find: Literal["overlap", "gap"] = "overlap"
    days: Days = 0  # this much is fine
    only_full_time: bool = True


class Range(Parameters, frozen=True, kw_only=True):
    """A plausible range: numbers, values as written (30 seconds), or dates (EDTF, a year, "now": the day on which the
    claim's source was published)."""

    least: float | str | None = None
    most: float | str | None = None
    whole: bool = False  # no fractions


class OneOf(Parameters, frozen=True, kw_only=True):
    """The value is one of these (or none of these)."""

    values: list[str | float] = []
    none_of: list[str | float] = []


class Cardinality(Parameters, frozen=True, kw_only=True):
    """How many distinct values each source gives of a fact, at most or at least."""

    most: Count | None = None
    least: Count | None = None
    status: str = ""  # only claims with this status
    by: Literal["subject", "organization"] = "subject"  # whose number is counted
    values: list[str] = []  # only these titles or names
    together: bool = False  # what all sources give counts as one


class Total(Parameters, frozen=True, kw_only=True):
    """A source's parts against its total, where it gives two parts or more: attributes are [part, total]."""

    key: str = ""  # the qualifier that tells the parts apart
    relative: Share = 0.1
    leave_out: list[str] = []  # words of parts that do not count: loans, grants
    complete: bool = False  # the parts are all there are: their sum may not fall short either
    together: bool = False  # parts of other sources count too


class Change(Parameters, frozen=True, kw_only=True):
    """A change in percent against the figures of one source: attributes are [change, figure] (two figures with dates)
    or [change, figure before, figure after]."""

    tolerance: Share = 0.05


class Implied(Parameters, frozen=True, kw_only=True):
    """A figure that two dates imply, an age or a duration: attributes are [figure, start] or [figure, start, end];
    without an end it is as_of, else the date of publication."""

    unit: Literal["years", "months", "weeks", "days"] = "years"  # of figures that have none of their own
    slack: float = 1  # of the unit


class Corroborated(Parameters, frozen=True, kw_only=True):
    """At least this many independent sources speak of it, whatever they say."""

    sources: Annotated[int, Meta(ge=1)] = 2


class Required(Parameters, frozen=True, kw_only=True):
    """Claims have these qualifiers."""

    qualifiers: Annotated[list[str], Meta(min_length=1)]


class Fresh(Parameters, frozen=True, kw_only=True):
    """The newest claim of a fact is not older than this many days against the newest source."""

    days: Days = 365


class Reference(Parameters, frozen=True, kw_only=True):
    """Claims are held to those of the reference sources."""


class Expression(Parameters, frozen=True, kw_only=True):
    """A CEL expression over the claims of a fact (or subject): ``claims``, ``sources``; over a pair also ``a``, ``b``.
    True is a violation."""

    violated: str
    over: Literal["fact", "subject", "pair"] = "fact"
    verdict: Literal["conflict", "notice"] = "conflict"


CHECKS: dict[str, type[Parameters]] = {
    "single-value": SingleValue,
    "tolerance": Tolerance,
    "order": Order,
    "periods": Periods,
    "range": Range,
    "one-of": OneOf,
    "count": Cardinality,
    "total": Total,
    "change": Change,
    "implied": Implied,
    "corroboration": Corroborated,
    "required": Required,
    "freshness": Fresh,
    "reference": Reference,
    "expression": Expression,
}
