"""The words that dates are made of, each with the code the grammar knows it by, and its value."""

from __future__ import annotations

from typing import Any

Entry = tuple[str, Any]

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Months and weekdays that are also names of people, verbs or nouns: they need more around them to be dates.
DOUBTFUL = frozenset(
    {
        "may",
        "march",
        "april",
        "june",
        "august",
        "jan",
        "mar",
        "sun",
        "sat",
        "mon",
        "wed",
        "dec",
        "thu",
        "fri",
        "tue",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "feb",
        "tues",
        "thurs",
        "thur",
        "weds",
    }
)
ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 0,
}
# A holiday is (month, day), or (month, weekday, which one; -1 is the last), or an offset in days from Easter Sunday.
HOLIDAYS: dict[str, tuple[int, ...]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "xmas": (12, 25),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year eve": (12, 31),
    "new year": (1, 1),
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "new year's": (1, 1),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "valentines day": (2, 14),
    "independence day": (7, 4),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "labour day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "easter": (0,),
    "easter sunday": (0,),
    "easter monday": (1,),
    "good friday": (-2,),
    "ash wednesday": (-46,),
    "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4),
    "martin luther king day": (1, 0, 3),
    "mlk day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "election day": (11, 0, 1, 1),
    "veterans day": (11, 11),
    "juneteenth": (6, 19),
    "may day": (5, 1),
    "st patrick's day": (3, 17),
    "columbus day": (10, 0, 2),
    "mother's day": (5, 6, 2),
    "father's day": (6, 6, 3),
    "earth day": (4, 22),
    "bastille day": (7, 14),
    "april fools": (4, 1),
    "groundhog day": (2, 2),
}


def _months() -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for number, name in enumerate(MONTHS, 1):
        for form in {name, name[:3]} | ({"sept"} if number == 9 else set()):
            out[form] = ("M", number)
    return out


def _weekdays() -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for number, name in enumerate(WEEKDAYS):
        for form in (name, name[:3]):
            out[form] = ("D", number)
    return out | {"tues": ("D", 1), "weds": ("D", 2), "thurs": ("D", 3), "thur": ("D", 3)}


def _units() -> dict[str, Entry]:
    forms = {
        "day": "day days d",
        "week": "week weeks wk wks w",
        "fortnight": "fortnight fortnights",
        "month": "month months mo mos mth mths",
        "quarter": "quarter quarters qtr qtrs",
        "year": "year years yr yrs y",
        "decade": "decade decades",
        "period": "period",
        "weekend": "weekend weekends",
        "workday": "workday workdays weekday weekdays",
    }
    out: dict[str, Entry] = {form: ("U", unit) for unit, names in forms.items() for form in names.split()}
    times = {"hour": "hour hours hr hrs h", "minute": "minute minutes min mins m", "second": "seconds sec secs s"}
    return out | {form: ("u", unit) for unit, names in times.items() for form in names.split()}


def _numbers() -> dict[str, Entry]:
    out: dict[str, Entry] = {word: ("w", number) for number, word in enumerate(ONES) if number}
    out |= {word: ("w", number) for word, number in TENS.items()}
    out |= {word: ("o", number) for number, word in enumerate(ORDINALS) if number}
    out |= {
        "thirtieth": ("o", 30),
        "final": ("o", -1),
        "a": ("a", 1),
        "an": ("a", 1),
        "couple": ("w", 2),
        "few": ("w", 3),
        "several": ("w", 3),
        "dozen": ("w", 12),
        "half": ("h", 0),
        "hundred": ("w", 100),
        "thousand": ("w", 1000),
    }
    return out


def _words(code: str, words: str, values: str = "") -> dict[str, Entry]:
    names = words.split()
    return {word: (code, value) for word, value in zip(names, (values or words).split(), strict=True)}


WORDS: dict[str, Entry] = {
    **_numbers(),
    **_months(),
    **_weekdays(),
    **_units(),
    **_words("R", "last past previous preceding prior latest"),
    **_words("X", "next following coming upcoming subsequent"),
    **_words("T", "this current same that"),
    **_words("G", "ago"),
    **_words("L", "later after afterwards hence"),
    **_words("B", "before earlier"),
    **_words("Z", "today yesterday tomorrow tonight now overmorrow tmr tmrw tomorow", "0 -1 1 t n 2 1 1 1"),
    **_words(
        "P",
        "morning afternoon evening night noon midnight midday lunchtime lunch",
        "08:00 12:00 16:00 20:00 12:00 00:00 12:00 12:00 12:00",
    ),
    **_words("S", "spring summer autumn fall winter", "3 6 9 9 12"),
    **_words("E", "early mid late"),
    **_words("e", "beginning start middle end close turn", "early early mid late late early"),
    **{word: ("d", (None, tens)) for word, tens in DECADES.items()},
    **_words("C", "century centuries"),
    **_words("F", "fiscal financial fy full"),
    **_words("t", "to until till through thru til"),
    **_words("r", "from"),
    **_words("b", "between"),
    **_words("&", "and"),
    **_words("p", "of"),
    **_words("i", "in during within"),
    **_words("O", "on"),
    **_words("s", "since"),
    **_words("v", "the"),
    **_words("@", "at"),
    **_words("~", "about around circa approximately roughly c ca"),
    **_words("W", "ended ending"),
}
# In running prose these are too short or too common to be parts of dates.
SPOKEN_ONLY = frozenset(
    {
        "d",
        "w",
        "m",
        "y",
        "h",
        "s",
        "mo",
        "min",
        "sec",
        "c",
        "now",
        "lunch",
        "close",
        "turn",
        "hour",
        "minute",
        "seconds",
        "hours",
        "minutes",
        "hr",
        "hrs",
        "mins",
        "secs",
        "tmr",
    }
)
QUARTERS = {f"q{n}": n for n in range(1, 5)} | {f"{n}q": n for n in range(1, 5)}
HALVES = {"h1": 1, "h2": 2, "1h": 1, "2h": 2}
# Words that no date lacks all of; what stands before them ("last", "the first") is found by looking back.
_NAMED = {name.split()[0] for name in HOLIDAYS} - {"new", "martin", "st", "good", "black", "earth"}
TRIGGERS = tuple(
    sorted(
        {
            word
            for word, (code, _) in WORDS.items()
            if code in "MDUZSdC" and len(word) > 2 and word not in {"qtr", "mth"}
        }
        | _NAMED
        | {"morning", "afternoon", "evening", "eighteen", "nineteen"}
    )
)
SPOKEN_TRIGGERS = tuple(
    sorted(
        {
            *TRIGGERS,
            *(word for word, (code, _) in WORDS.items() if code in "uP" and len(word) > 2),
            "hr",
            "now",
            "nineteen",
            "thousand",
        }
    )
)
