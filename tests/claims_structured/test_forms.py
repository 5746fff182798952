"""Forms of structure on matters of their own: statements a row, minutes, catalogues, timelines, nested records."""

from __future__ import annotations

import pytest

from tests.claims_structured.made import claims

CASES = {
    "a statement a row": (
        "csv",
        (
            "hospital,field,content,unit,date,comment\n"
            "St Brannoc Hospital,established,1887,,,charter on file\n"
            "St Brannoc Hospital,seat,Padmore,,,\n"
            "St Brannoc Hospital,beds,412,beds,2025-06-30,\n"
            "St Brannoc Hospital,employees,2940,FTE,2025-06-30,bank staff excluded\n"
            "St Brannoc Hospital,chief executive,Odile Farran,,2025-06-30,\n"
            "St Brannoc Hospital,income 2024/25,301.5,GBP million,,\n"
            "Corran Clinic,acquired by,Meridian Care Group,,2024-11-01,\n"
            "Corran Clinic,clinical staff,210,persons,2025-06-30,\n"
        ),
        [
            "Corran Clinic . acquired_by = Meridian Care Group",
            "Corran Clinic . headcount = 210 [clinical]",
            "Odile Farran . employer = St Brannoc Hospital",
            "Odile Farran . title = chief executive [St Brannoc Hospital]",
            "St Brannoc Hospital . founded_on = 1887",
            "St Brannoc Hospital . headcount = 2940",
            "St Brannoc Hospital . headquarters = Padmore",
            "St Brannoc Hospital . revenue = 301500000 GBP [2024/25]",
        ],
    ),
    "who was present at a meeting": (
        "text",
        (
            "HALVORSEN SINFONIETTA\n"
            "\n"
            "Minutes of the meeting of the Board held at the Tollhouse on 12 March 2025\n"
            "\n"
            "In the chair: Berit Aasen, Chair of the Board\n"
            "In attendance: Piotr Malec, General Manager; Ines Quiroga (Artistic Director)\n"
            "Apologies: L. Fenn, Treasurer\n"
            "For the musicians: Tomas Weil (Principal Cello)\n"
            "\n"
            "1. Minutes of the last meeting. Agreed.\n"
        ),
        [
            "Berit Aasen . employer = HALVORSEN SINFONIETTA",
            "Berit Aasen . title = Chair of the Board [HALVORSEN SINFONIETTA]",
            "Ines Quiroga . employer = HALVORSEN SINFONIETTA",
            "Ines Quiroga . title = Artistic Director [HALVORSEN SINFONIETTA]",
            "L. Fenn . employer = HALVORSEN SINFONIETTA",
            "L. Fenn . title = Treasurer [HALVORSEN SINFONIETTA]",
            "Piotr Malec . employer = HALVORSEN SINFONIETTA",
            "Piotr Malec . title = General Manager [HALVORSEN SINFONIETTA]",
        ],
    ),
    "years across and changes beside them": (
        "markdown",
        (
            "# Sundbolaget AB in figures\n"
            "\n"
            "Sundbolaget AB runs ferries between Ystevik and the islands.\n"
            "\n"
            "| | 2023 | 2024 | Change on the year |\n"
            "|---|---|---|---|\n"
            "| Passengers | 1,204,000 | 1,311,000 | +8.9% |\n"
            "| Revenue (SEK m) | 412 | 455 | +43 |\n"
            "| Employees at year end | 310 | 322 | +12 |\n"
            "| Ships | 7 | 8 | 1 |\n"
            "\n"
            "| Ship | Entered service | Cost |\n"
            "|---|---|---|\n"
            "| Tarnan | May 2019 | SEK 210m |\n"
            "| Silvertarna | 2 June 2024 | SEK 266m |\n"
        ),
        [
            "Silvertarna . cost = 266000000 SEK",
            "Silvertarna . opened_on = 2024-06-02",
            "Sundbolaget AB . headcount = 310",
            "Sundbolaget AB . headcount = 322",
            "Sundbolaget AB . revenue = 412000000 SEK [2023]",
            "Sundbolaget AB . revenue = 455000000 SEK [2024]",
            "Sundbolaget AB . users = 1204000 [passengers]",
            "Sundbolaget AB . users = 1311000 [passengers]",
            "Tarnan . cost = 210000000 SEK",
            "Tarnan . opened_on = 2019-05",
        ],
    ),
    "a catalogue of titles": (
        "csv",
        (
            "code,title,author,publication date,price (EUR),binding\n"
            "Q1,The Ferryman's Almanac,Ulla Brandt,2025-03-06,24.00,hardback\n"
            "Q2,Salt and Iron,Pavel Koutny,2025-04-17,14.50,paperback\n"
            "Q3,A Short History of Wells,Nia Owen,2025-05-01,18.00,paperback\n"
        ),
        [
            "A Short History of Wells . price = 18 EUR",
            "A Short History of Wells . released_on = 2025-05-01",
            "Salt and Iron . price = 14.5 EUR",
            "Salt and Iron . released_on = 2025-04-17",
            "The Ferryman's Almanac . price = 24 EUR",
            "The Ferryman's Almanac . released_on = 2025-03-06",
        ],
    ),
    "people last name first": (
        "csv",
        (
            "Surname, forenames;Position in school;In post from;Formerly;Born\n"
            '"Abara, Chidi";Headteacher, Wexcombe Academy;September 2021;Deputy Head, Larkfield School;1974\n'
            '"Moss, Helen";Bursar, Wexcombe Academy;January 2019;;1968\n'
            '"Quayle, Rory";Director of Music, Wexcombe Academy;2016;Organist, Peel Cathedral;1981\n'
        ),
        [
            "Chidi Abara . birth_date = 1974",
            "Chidi Abara . employer = Larkfield School",
            "Chidi Abara . employer = Wexcombe Academy",
            "Chidi Abara . joined_on = 2021-09 [Wexcombe Academy]",
            "Chidi Abara . title = Deputy Head [Larkfield School]",
            "Chidi Abara . title = Headteacher [Wexcombe Academy]",
            "Helen Moss . birth_date = 1968",
            "Helen Moss . employer = Wexcombe Academy",
            "Helen Moss . joined_on = 2019-01 [Wexcombe Academy]",
            "Helen Moss . title = Bursar [Wexcombe Academy]",
            "Rory Quayle . birth_date = 1981",
            "Rory Quayle . employer = Peel Cathedral",
            "Rory Quayle . employer = Wexcombe Academy",
            "Rory Quayle . joined_on = 2016 [Wexcombe Academy]",
            "Rory Quayle . title = Director of Music [Wexcombe Academy]",
            "Rory Quayle . title = Organist [Peel Cathedral]",
        ],
    ),
    "a history as table and list": (
        "markdown",
        (
            "# Kestrel Town FC: a history\n"
            "\n"
            "Kestrel Town FC is a football club in Marlbridge.\n"
            "\n"
            "| Date | Event |\n"
            "|---|---|\n"
            "| 1904 | Club founded by Amos Tarrant and Jude Whitlow |\n"
            "| 12 August 1931 | Canal Road ground opened |\n"
            "| June 2016 | Club bought by Northgate Holdings for £4.5m |\n"
            "| 3 July 2022 | Farida Nasser appointed chief executive |\n"
            "| May 2024 | Dermot Pye leaves as chairman |\n"
            "\n"
            "- 2019: Lena Ross joins as academy director\n"
            "- 1 February 2023 – The Heron Stand opens\n"
        ),
        [
            "Canal Road ground . opened_on = 1931-08-12",
            "Dermot Pye . employer = Kestrel Town FC",
            "Dermot Pye . left_on = 2024-05 [Kestrel Town FC]",
            "Dermot Pye . title = chairman [Kestrel Town FC]",
            "Farida Nasser . employer = Kestrel Town FC",
            "Farida Nasser . title = chief executive [Kestrel Town FC]",
            "Heron Stand . opened_on = 2023-02-01",
            "Kestrel Town FC . acquired_by = Northgate Holdings",
            "Kestrel Town FC . acquired_on = 2016-06",
            "Kestrel Town FC . acquisition_price = 4500000 GBP",
            "Kestrel Town FC . founded_on = 1904",
            "Kestrel Town FC . founder = Amos Tarrant",
            "Kestrel Town FC . founder = Jude Whitlow",
            "Lena Ross . employer = Kestrel Town FC",
            "Lena Ross . joined_on = 2019 [Kestrel Town FC]",
            "Lena Ross . title = academy director [Kestrel Town FC]",
        ],
    ),
    "fields in one line": (
        "text",
        (
            "Small print: Brewers' notes\n"
            "\n"
            "COLDHARBOUR BREWING\n"
            "Total raised to date, crowdfunding included: £12.4m. Based in: Leith. Employees: 85. Founded: 2013.\n"
            "\n"
            "Labels and year of foundation | Gannet (1996), Hob Lane (2008), Copper Pike (2011)\n"
        ),
        [
            "COLDHARBOUR BREWING . founded_on = 2013",
            "COLDHARBOUR BREWING . headcount = 85",
            "COLDHARBOUR BREWING . headquarters = Leith",
            "COLDHARBOUR BREWING . total_raised = 12400000 GBP",
            "Copper Pike . founded_on = 2011",
            "Gannet . founded_on = 1996",
            "Hob Lane . founded_on = 2008",
        ],
    ),
    "exhibitions and events with prices": (
        "html",
        (
            "<html><body><article><h1>Visiting Thornby Lace Museum</h1>\n"
            "<p>Thornby Lace Museum opens daily.</p>\n"
            "<table><caption>Exhibitions in 2025</caption><tr><th>Exhibition</th><th>Opens</th><th>Admission</th></tr>\n"
            "<tr><td>Threads of Iron</td><td>8 March 2025</td><td>£9.50</td></tr>\n"
            "<tr><td>Bobbin and Bone</td><td>20 September 2025</td><td>£11</td></tr></table>\n"
            "<table><caption>Events</caption><tr><th>Event</th><th>Date</th><th>Place</th><th>Price</th></tr>\n"
            "<tr><td>Lacemakers' Fair</td><td>14 June 2025</td><td>Courtyard</td><td>£4</td></tr>\n"
            "<tr><td>Winter Lecture</td><td>4 December 2025</td><td>Hall</td><td>free</td></tr></table>\n"
            "</article></body></html>\n"
        ),
        [
            "Bobbin and Bone . opened_on = 2025-09-20",
            "Bobbin and Bone . price = 11 GBP",
            "Lacemakers' Fair . held_on = 2025-06-14",
            "Lacemakers' Fair . price = 4 GBP",
            "Threads of Iron . opened_on = 2025-03-08",
            "Threads of Iron . price = 9.5 GBP",
            "Winter Lecture . held_on = 2025-12-04",
        ],
    ),
    "officers as records": (
        "json",
        (
            '[{"organisation": "Velm Tramways", "hq": "Velm", "year_founded": 1899, "staff_total": 640, "staff_date": "2025-01-01", "ceo": {"name": "Rosa Tinning", "since": "2022-04"}, "lines": [{"line": "Line 7", "opened": "2011-05-14", "cost_eur_m": 88}]},\n'
            '{"organisation": "Korr Cable Cars", "hq": "Korr", "year_founded": 1931, "staff_total": 58, "ceo": {"name": "Axel Bruun", "since": "2017"}}]\n'
        ),
        [
            "Axel Bruun . employer = Korr Cable Cars",
            "Axel Bruun . joined_on = 2017 [Korr Cable Cars]",
            "Axel Bruun . title = ceo [Korr Cable Cars]",
            "Korr Cable Cars . founded_on = 1931",
            "Korr Cable Cars . headcount = 58",
            "Korr Cable Cars . headquarters = Korr",
            "Line 7 . cost = 88000000 EUR",
            "Line 7 . opened_on = 2011-05-14",
            "Rosa Tinning . employer = Velm Tramways",
            "Rosa Tinning . joined_on = 2022-04 [Velm Tramways]",
            "Rosa Tinning . title = ceo [Velm Tramways]",
            "Velm Tramways . founded_on = 1899",
            "Velm Tramways . headcount = 640",
            "Velm Tramways . headquarters = Velm",
        ],
    ),
    "attendance in paragraphs": (
        "markdown",
        (
            "---\n"
            "title: Minutes of the Council\n"
            "organisation: Fenwold Library Trust\n"
            "date: 2025-02-18\n"
            "---\n"
            "\n"
            "# Fenwold Library Trust: Minutes of the Council\n"
            "\n"
            "**Present:** Dame Ursula Keane (President, in the chair), Bilal Rahmani (Treasurer), Prof. Greta Oye (Vice-President)\n"
            "\n"
            "**In attendance:** M. Thorne, Librarian; Saskia Vole, Head of Collections\n"
            "\n"
            "**Observers:** Neil Harker, Director, Fenwold Arts Council\n"
        ),
        [
            "Bilal Rahmani . employer = Fenwold Library Trust",
            "Bilal Rahmani . title = Treasurer [Fenwold Library Trust]",
            "Greta Oye . employer = Fenwold Library Trust",
            "Greta Oye . title = Vice-President [Fenwold Library Trust]",
            "M. Thorne . employer = Fenwold Library Trust",
            "M. Thorne . title = Librarian [Fenwold Library Trust]",
            "Saskia Vole . employer = Fenwold Library Trust",
            "Saskia Vole . title = Head of Collections [Fenwold Library Trust]",
            "Ursula Keane . employer = Fenwold Library Trust",
            "Ursula Keane . title = President [Fenwold Library Trust]",
        ],
    ),
    "what is new or of no matter": (
        "markdown",
        (
            "# Marlow Zoo\n"
            "\n"
            "Marlow Zoo keeps animals.\n"
            "\n"
            "| Species | Arrived | Keeper |\n"
            "|---|---|---|\n"
            "| Red panda | 3 May 2024 | Ana Holt |\n"
            "\n"
            "| Item | 2023 | 2024 |\n"
            "|---|---|---|\n"
            "| New staff | 12 | 14 |\n"
            "| Deaths | 3 | 4 |\n"
        ),
        [],
    ),
    "films and their directors": (
        "csv",
        ("Title,Year,Director,Takings\nThe Long Quay,2019,Ida Falk,31m\nSalt Wind,2022,Omar Reyes,19m\n"),
        [],
    ),
    "a strike day by day": (
        "markdown",
        (
            "# Timeline of the strike\n"
            "\n"
            "| Date | What happened |\n"
            "|---|---|\n"
            "| 3 May 2024 | Workers at Brisco Steel left the plant |\n"
            "| 5 May 2024 | Talks opened in Leeds |\n"
            "| 20 May 2024 | Strike ended |\n"
            "\n"
            "- 1998: sold 20,000 copies\n"
            "- Opened: daily. Closed: Mondays. Price: free.\n"
        ),
        [],
    ),
}


@pytest.mark.parametrize(("format", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_every_claim_and_no_other(format: str, text: str, expected: list[str]) -> None:
    assert claims(text, format) == expected
