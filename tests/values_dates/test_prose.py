"""Dates in news prose: what is found, what it means, and what must not be taken for a date."""

from __future__ import annotations

import pytest

from checker.values.dates import recognise

PUBLISHED = "2026-03-10"  # a Tuesday

FOUND = [
    ("The board met on 9 October 2024 in Oslo.", ["9 October 2024=2024-10-09"]),
    ("October 9th, 2024, was the day.", ["October 9th, 2024=2024-10-09"]),
    ("It closed on Oct. 9, 2024.", ["Oct. 9, 2024=2024-10-09"]),
    ("The deal, dated the 9th of October 2024, lapsed.", ["the 9th of October 2024=2024-10-09"]),
    ("Filed 2024-10-09 with the court.", ["2024-10-09=2024-10-09"]),
    ("Filed 09.10.2024 with the court.", ["09.10.2024=2024-10-09"]),
    ("Signed 13/10/2024, countersigned 9/10/2024.", ["13/10/2024=2024-10-13", "9/10/2024=2024-10-09"]),
    ("Signed 9/10/2024.", ["9/10/2024=2024-09-10"]),
    (
        "TOKYO, 4 November 2025 - Kansai Optics said on Tuesday it had sold its lens unit.",
        ["4 November 2025=2025-11-04", "Tuesday=2026-03-10"],
    ),
    ("LONDON, March 5 (Wire) - The bank cut jobs.", ["March 5=2026-03-05"]),
    ("She was appointed chair in 2016 and has led it since 1994.", ["2016=2016", "1994=1994"]),
    (
        "Founded in 1911 by two brothers, the firm (established 2003) listed by 2010.",
        ["1911=1911", "2003=2003", "2010=2010"],
    ),
    ("The 2008 crash and the 2016 Olympics cost it dear.", ["2008=2008", "2016=2016"]),
    ("Its 2024 annual report put revenue at 12 million.", ["2024=2024"]),
    ("He died in May 2021.", ["May 2021=2021-05"]),
    ("It opened in December.", ["December=2025-12"]),
    ("The plant will open in May.", ["May=2026-05"]),
    ("A second plant is due to open in September 2027.", ["September 2027=2027-09"]),
    (
        "In the 1990s he ran a bakery; by the late 1980s it was closed.",
        ["the 1990s=1990/1999", "the late 1980s=1987/1989"],
    ),
    ("A chapel of the 19th century.", ["the 19th century=1801/1900"]),
    (
        "Profit rose in Q3 2025 and in the fourth quarter of 2025.",
        ["Q3 2025=2025-07/2025-09", "the fourth quarter of 2025=2025-10/2025-12"],
    ),
    ("In the third quarter it lost money.", ["the third quarter=2025-07/2025-09"]),
    ("It expects growth in the first half of 2026.", ["the first half of 2026=2026-01/2026-06"]),
    ("H1 2025 was flat, H2 was not.", ["H1 2025=2025-01/2025-06", "H2=2025-07/2025-12"]),
    ("FY2024 revenue beat fiscal 2023.", ["FY2024=2024", "fiscal 2023=2023"]),
    ("Turnover in the year to March 2024 was 8m.", ["the year to March 2024=2023-04/2024-03"]),
    ("Accounts for the year ended 31 March 2024 show a loss.", ["the year ended 31 March 2024=2023-04/2024-03"]),
    ("In the 2023-24 season he scored twice.", ["2023-24=2023/2024"]),
    (
        "She left in the spring of 2025 after a poor winter 2024.",
        ["the spring of 2025=2025-03/2025-05", "winter 2024=2024-12/2025-02"],
    ),
    ("It launched last summer and shut this spring.", ["last summer=2025-06/2025-08", "this spring=2026-03/2026-05"]),
    (
        "He left at the end of 2023, not in early 2024 or mid-2025.",
        ["the end of 2023=2023", "early 2024=2024", "mid-2025=2025"],
    ),
    ("From 2008 to 2014 she worked at Stroomlab.", ["From 2008 to 2014=2008/2014"]),
    ("He was finance chief from March 2019 to June 2021.", ["from March 2019 to June 2021=2019-03/2021-06"]),
    ("Between Q1 and Q3 2025 it moved.", ["Between Q1 and Q3 2025=2025-01/2025-09"]),
    ("2019–2022: VP Engineering, Acme", ["2019–2022=2019/2022"]),
    ("VP Engineering, Acme (2019-2022)", ["2019-2022=2019/2022"]),
    ("The fair ran from 9 to 11 October 2024.", ["from 9 to 11 October 2024=2024-10-09/2024-10-11"]),
    ("The summit of 24-25 September 2025 failed.", ["24-25 September 2025=2025-09-24/2025-09-25"]),
    ("It said yesterday that it would close tomorrow.", ["yesterday=2026-03-09", "tomorrow=2026-03-11"]),
    ("He started on Monday; she quit last Friday.", ["Monday=2026-03-09", "last Friday=2026-03-06"]),
    ("Workers will vote on Friday.", ["Friday=2026-03-13"]),
    (
        "It paid last week, and last month, and last year.",
        ["last week=2026-03-02/2026-03-08", "last month=2026-02", "last year=2025"],
    ),
    ("Earlier this month it cut jobs; late last year it hired.", ["Earlier this month=2026-03", "late last year=2025"]),
    ("It was announced last November.", ["last November=2025-11"]),
    (
        "In March this year it closed; in August last year it opened.",
        ["March this year=2026-03", "August last year=2025-08"],
    ),
    ("She joined three weeks ago and two years ago left Acme.", ["three weeks ago=2026-02-17", "two years ago=2024"]),
    ("They met 18 months ago.", ["18 months ago=2024-09"]),
    ("It opened in 2018 and two years later it closed.", ["2018=2018", "two years later=2020"]),
    ("They merged in May 2019. Eighteen months later he left.", ["May 2019=2019-05", "Eighteen months later=2020-11"]),
    (
        "He joined on 3 June 2020. The next day he resigned; the following year he died.",
        ["3 June 2020=2020-06-03", "The next day=2020-06-04", "the following year=2021"],
    ),
    ("Sales fell around 2010 and circa 1921.", ["2010=2010~", "1921=1921~"]),
    ("The office opened on Christmas Eve 2023.", ["Christmas Eve 2023=2023-12-24"]),
    ("Over the past two years it hired 40 people.", ["the past two years=2024/2026"]),
    ("He has run the lab since 1 October.", ["1 October=2025-10-01"]),
    ("The report covers the years 2021, 2022 and 2023.", ["2021=2021", "2022=2022", "2023=2023"]),
    ("Born 11 May 1979, Enschede", ["11 May 1979=1979-05-11"]),
    ("Published: Thursday, 5 March 2026", ["Thursday, 5 March 2026=2026-03-05"]),
    ("On the morning of 4 July 1999 it rained.", ["4 July 1999=1999-07-04"]),
    ("A September 2024 filing and a March 3 letter disagree.", ["September 2024=2024-09", "March 3=2026-03-03"]),
    ("Revenue of $4m in 2025, up from $3m in 2024.", ["2025=2025", "2024=2024"]),
    ("The June quarter was weak.", ["June=2025-06"]),
    ("The company, founded in August, is small.", ["August=2025-08"]),
    ("It opened in May. By a company count it made little.", ["May=2025-05"]),
    ("*The Open Larder* (1979–83) is out of print; he (m. 2010) is not.", ["1979–83=1979/1983", "2010=2010"]),
    ("It made 212m in 2024-25, up from 187m the year before.", ["2024-25=2024/2025", "the year before=2023"]),
    (
        "Profit in the third quarter of 2025 was 5m, from 4m a year earlier.",
        ["the third quarter of 2025=2025-07/2025-09", "a year earlier=2024-07/2024-09"],
    ),
    (
        "In the first nine months of 2024 and the last quarter of 2023 it paid.",
        ["the first nine months of 2024=2024-01/2024-09", "the last quarter of 2023=2023-10/2023-12"],
    ),
    ("Q1'25 beat 1Q24.", ["Q1'25=2025-01/2025-03", "1Q24=2024-01/2024-03"]),
    (
        "The talks of 12 and 13 May 2025 failed; those of May 12-14, 2024, did not.",
        ["12 and 13 May 2025=2025-05-12/2025-05-13", "May 12-14, 2024=2024-05-12/2024-05-14"],
    ),
    ("The fire broke out over the weekend.", ["the weekend=2026-03-07/2026-03-08"]),
    ("The week of February 10 was wet.", ["The week of February 10=2026-02-09/2026-02-15"]),
    ("He left two years after May 2016.", ["two years after May 2016=2018"]),
    ("Profit for the current fiscal year is safe.", ["the current fiscal year=2026"]),
    (
        "They met about three weeks ago, and wrote in about last week.",
        ["about three weeks ago=2026-02-17~", "last week=2026-03-02/2026-03-08"],
    ),
    ("Jan 2019 – Mar 2021: adviser", ["Jan 2019 – Mar 2021=2019-01/2021-03"]),
    ("The session of Mon 5 May was long.", ["Mon 5 May=2025-05-05"]),
]

SILENT = [
    "It may rain, and they will march on.",
    "May Jones met April Smith and June Carter.",
    "Will March, the chief operating officer, spoke.",
    "March said that August Ridder and Summer Lee agreed.",
    "He sold 2000 shares at 1999 euros.",
    "It cost $2016 or 1,998 pounds.",
    "The Peugeot 2008 and the Boeing 1900 were parked at 1914 Elm Street.",
    "Room 2010 holds 2020 people.",
    "Monday.com raised money.",
    "A second look in the last minute.",
    "The sun shone; he sat and wed.",
    "In two years it grew by half.",
    "It has 41,000 merchants in 14 countries.",
    "Prices rose 3.5% to 12/15 of the peak.",
    "He was second to none, the first of three.",
    "It fell 2016 basis points.",
    "Windows 2000 and Office 2019 are old.",
    "Call 555-2014 now.",
    "Order no. 2019 was lost.",
    "An increase of 1984 units.",
    "Black Friday sales were poor at Sheffield Wednesday.",
    "The Sunday Times was first.",
    "The average employee is 34 years old.",
    "He worked nine years at the carmaker.",
    "a 26-month project took 14 weeks",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[str]) -> None:
    found = recognise(text, PUBLISHED)
    assert [f"{f.value.text}={f.value.edtf}" for f in found] == expected
    assert all(text[f.start : f.end] == f.value.text for f in found)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert [f"{f.value.text}={f.value.edtf}" for f in recognise(text, PUBLISHED)] == []
