"""More structure on other matters, and much that looks like structure and claims nothing."""

from __future__ import annotations

import pytest

from tests.claims_structured.made import claims

CASES = [
    (
        "markdown",
        "# Women's chess league: the club sheet\n\n| Club | Town | Est. | Members (2024) | Coach | Hall |\n|---|---|---|---|---|---|\n| Rookery Chess Club | Ghent | 1931 | 212 | Femke Daniels | Zaal 3 |\n| SK Pion | Bruges | 1977 | 98[1] | Ruben Wouters (interim) | – |\n",
        [
            "Femke Daniels . employer = Rookery Chess Club",
            "Femke Daniels . title = Coach [Rookery Chess Club]",
            "Rookery Chess Club . founded_on = 1931",
            "Rookery Chess Club . headquarters = Ghent",
            "Rookery Chess Club . users = 212 [members]",
            "Ruben Wouters . employer = SK Pion",
            "Ruben Wouters . title = Coach [SK Pion]",
            "SK Pion . founded_on = 1977",
            "SK Pion . headquarters = Bruges",
            "SK Pion . users = 98 [members]",
        ],
    ),
    (
        "csv",
        "vessel,owner,delivered,price_usd_m,flag,yard\nMV Kestrel Dawn,Northline Shipping,2021-06,78.5,Malta,Ulsan\nMV Tern,Northline Shipping,2023,81,Malta,Ulsan\n",
        ["MV Kestrel Dawn . price = 78500000 USD", "MV Tern . price = 81000000 USD"],
    ),
    (
        "csv",
        "Surname,First name,Post,Body,Took office,Left office\nHaldane,Ruth,Commissioner,Isle Harbour Trust,12/05/2015,31/12/2021\nOkafor,Chidi,Treasurer,Isle Harbour Trust,01/01/2022,\n",
        [
            "Chidi Okafor . employer = Isle Harbour Trust",
            "Chidi Okafor . joined_on = 2022-01-01 [Isle Harbour Trust]",
            "Chidi Okafor . title = Treasurer [Isle Harbour Trust]",
            "Ruth Haldane . employer = Isle Harbour Trust",
            "Ruth Haldane . joined_on = 2015-05-12 [Isle Harbour Trust]",
            "Ruth Haldane . left_on = 2021-12-31 [Isle Harbour Trust]",
            "Ruth Haldane . title = Commissioner [Isle Harbour Trust]",
        ],
    ),
    (
        "markdown",
        "---\nname: Dr. Hanneke Visser\nrole: Scientific director\norganisation: Delta Soil Institute\nborn: 1968\neducation: Wageningen University\n---\n\n# Hanneke Visser\n\nHanneke Visser studies peat.\n",
        [
            "Hanneke Visser . alma_mater = Wageningen University",
            "Hanneke Visser . birth_date = 1968",
            "Hanneke Visser . employer = Delta Soil Institute",
            "Hanneke Visser . title = Scientific director [Delta Soil Institute]",
        ],
    ),
    (
        "markdown",
        "# Bramble Books\n\n**Founded:** 1988\n**Headquarters:** Hay-on-Wye\n**Managing director:** Owain Pryce\n**Staff:** around 35\n\nBramble Books is a publisher.\n\n## Board\n\n- Owain Pryce, managing director\n- Siân Rhys (chair)\n- Tom Alder – finance director\n",
        [
            "Bramble Books . founded_on = 1988",
            "Bramble Books . headcount = 35~",
            "Bramble Books . headquarters = Hay-on-Wye",
            "Owain Pryce . employer = Bramble Books",
            "Owain Pryce . title = Managing director [Bramble Books]",
            "Owain Pryce . title = managing director [Bramble Books]",
            "Siân Rhys . employer = Bramble Books",
            "Siân Rhys . title = chair [Bramble Books]",
            "Tom Alder . employer = Bramble Books",
            "Tom Alder . title = finance director [Bramble Books]",
        ],
    ),
    (
        "text",
        "ANNUAL RETURN 2023\n\nName of co-operative:   Lowland Growers Co-op\nYear established:       1994\nMembers:                1,204\nTurnover:               £18.2m (2023)\nFull-time staff:        44\nSecretary:              Moira Kerr\n",
        [
            "Lowland Growers Co-op . founded_on = 1994",
            "Lowland Growers Co-op . headcount = 44",
            "Lowland Growers Co-op . revenue = 18200000 GBP [2023]",
            "Lowland Growers Co-op . users = 1204 [members]",
            "Moira Kerr . employer = Lowland Growers Co-op",
            "Moira Kerr . title = Secretary [Lowland Growers Co-op]",
        ],
    ),
    (
        "html",
        "<html><body><h1>Team</h1><table><tr><th>Who</th><th>What</th><th>Since</th><th>Before</th></tr><tr><td>Lena Holm</td><td>Chief Executive</td><td>2019</td><td>CFO, Arctic Foods AB</td></tr><tr><td>Jon Berg</td><td>Head of Fleet</td><td>2021</td><td>Captain at Nordferry AS</td></tr></table><p>Polar Cod AS is a fishing company. Polar Cod AS sells cod.</p></body></html>",
        [
            "Jon Berg . employer = Nordferry AS",
            "Jon Berg . employer = Polar Cod AS",
            "Jon Berg . joined_on = 2021 [Polar Cod AS]",
            "Jon Berg . title = Captain [Nordferry AS]",
            "Jon Berg . title = Head of Fleet [Polar Cod AS]",
            "Lena Holm . employer = Arctic Foods AB",
            "Lena Holm . employer = Polar Cod AS",
            "Lena Holm . joined_on = 2019 [Polar Cod AS]",
            "Lena Holm . title = CFO [Arctic Foods AB]",
            "Lena Holm . title = Chief Executive [Polar Cod AS]",
        ],
    ),
    (
        "markdown",
        "# Funding history of Umbra Optics\n\n| | Seed | Series A | Series B |\n|---|---|---|---|\n| Date | Jan 2017 | Sept 2019 | 4 May 2022 |\n| Amount | $2m | $15m | $60m |\n| Lead | Foghorn Ventures | Tidewater Capital | Ardent Partners |\n| Valuation (post-money) | – | $70m | $410m |\n",
        [
            "Umbra Optics . lead_investor = Ardent Partners [Series B]",
            "Umbra Optics . lead_investor = Foghorn Ventures [Seed]",
            "Umbra Optics . lead_investor = Tidewater Capital [Series A]",
            "Umbra Optics . round_amount = 15000000 USD [Series A]",
            "Umbra Optics . round_amount = 2000000 USD [Seed]",
            "Umbra Optics . round_amount = 60000000 USD [Series B]",
            "Umbra Optics . round_date = 2017-01 [Seed]",
            "Umbra Optics . round_date = 2019-09 [Series A]",
            "Umbra Optics . round_date = 2022-05-04 [Series B]",
            "Umbra Optics . valuation = 410000000 USD",
            "Umbra Optics . valuation = 70000000 USD",
        ],
    ),
    (
        "markdown",
        "| Quarter | Revenue | Customers | Headcount |\n|---|---|---|---|\n| Q1 2024 | $4.1m | 310 | 88 |\n| Q2 2024 | $4.6m | 352 | 95 |\n| Q3 2024 (forecast) | $5.0m | 400 | 100 |\n\nLumen Grid Inc reported its numbers. Lumen Grid Inc is in Oslo.\n",
        [
            "Lumen Grid Inc . headcount = 100",
            "Lumen Grid Inc . headcount = 88",
            "Lumen Grid Inc . headcount = 95",
            "Lumen Grid Inc . revenue = 4100000 USD [Q1 2024]",
            "Lumen Grid Inc . revenue = 4600000 USD [Q2 2024]",
            "Lumen Grid Inc . revenue = 5000000 USD [Q3 2024]",
            "Lumen Grid Inc . users = 310 [customers]",
            "Lumen Grid Inc . users = 352 [customers]",
            "Lumen Grid Inc . users = 400 [customers]",
        ],
    ),
    (
        "csv",
        "Deal,Buyer,Seller,Date announced,Closed,Value\nOspreyWare,Heron Software,Founders,2023-01-10,2023-03-31,$45m\nGullNet,Heron Software,Gull plc,2024-02-01,,undisclosed\n",
        [
            "GullNet . acquired_by = Heron Software",
            "OspreyWare . acquired_by = Heron Software",
            "OspreyWare . acquired_on = 2023-03-31",
            "OspreyWare . acquisition_price = 45000000 USD",
        ],
    ),
    (
        "markdown",
        "# Elspeth Crane\n\n*Composer and administrator*\n\n**1998–2004** Artistic Director, Tollgate Theatre\n**2004–2011** Chief Executive, Northern Arts Council\n**2011–present** Professor of Music, University of Leeds\n\n## Education\n- BA Music, University of York (1990)\n",
        [
            "Elspeth Crane . alma_mater = University of York",
            "Elspeth Crane . employer = Northern Arts Council",
            "Elspeth Crane . employer = Tollgate Theatre",
            "Elspeth Crane . employer = University of Leeds",
            "Elspeth Crane . joined_on = 1998 [Tollgate Theatre]",
            "Elspeth Crane . joined_on = 2004 [Northern Arts Council]",
            "Elspeth Crane . joined_on = 2011 [University of Leeds]",
            "Elspeth Crane . left_on = 2004 [Tollgate Theatre]",
            "Elspeth Crane . left_on = 2011 [Northern Arts Council]",
            "Elspeth Crane . title = Artistic Director [Tollgate Theatre]",
            "Elspeth Crane . title = Chief Executive [Northern Arts Council]",
            "Elspeth Crane . title = Professor of Music [University of Leeds]",
        ],
    ),
    (
        "json",
        '{"organization": {"name": "Saffron Mutual", "founded": "1891", "employees": 5400, "ceo": "Dilys Marsh", "headquarters": {"city": "Bath"}}, "generated": "2024-01-01"}',
        [
            "Dilys Marsh . employer = Saffron Mutual",
            "Dilys Marsh . title = ceo [Saffron Mutual]",
            "Saffron Mutual . founded_on = 1891",
            "Saffron Mutual . headcount = 5400",
            "Saffron Mutual . headquarters = Bath",
        ],
    ),
    (
        "csv",
        "Department,Staff 2022,Staff 2023\nCuratorial,34,36\nEducation,12,15\nTotal,46,51\n",
        [],
    ),
    (
        "markdown",
        "# The Aldous Prize 2024: winners\n\n| Category | Winner | Publisher | Prize |\n|---|---|---|---|\n| Fiction | Mara Quill | Wren Press | £10,000 |\n| Poetry | Odile Sant | Lark & Co | £5,000 |\n",
        [],
    ),
    (
        "markdown",
        "# Weather on the mountain\n\n| Month | Mean (°C) | Rescues | Members on call | Cost of fuel |\n|---|---|---|---|---|\n| January | -4 | 12 | 18 | £400 |\n| February | -3 | 9 | 18 | £380 |\n",
        [],
    ),
    (
        "text",
        "CONTACTS\n\nPress: Anya Petrov, press officer, Baltic Ferry Line, +371 555\nInvestor relations: Karl Ozols (Head of Investor Relations), ir@balticferry.example\n",
        [
            "Anya Petrov . employer = Baltic Ferry Line",
            "Anya Petrov . title = press officer [Baltic Ferry Line]",
            "Karl Ozols . employer = Baltic Ferry Line",
            "Karl Ozols . title = Head of Investor Relations [Baltic Ferry Line]",
        ],
    ),
    (
        "markdown",
        "# Five things about Corvid Systems\n\nCorvid Systems makes radios. Corvid Systems is based in Leeds.\n\n- **2019 was hard.** Sales fell, and the chief executive, Jane Poole, left for Heron Software.\n- Location: unclear whether it will move\n- People: they love it\n- 3 engineers – that was the whole team in 2001\n- $5 billion – the market for radios by 2030\n- 40%: share of revenue from exports\n- Team: a happy bunch of about 12 misfits\n- Note: figures are unaudited\n",
        [],
    ),
    (
        "markdown",
        "# Agenda\n\n| Time | Session | Speaker | Organisation | Role | Room |\n|---|---|---|---|---|---|\n| 09:00 | Welcome | Ada Poole | Corvid Systems | CTO | A |\n| 10:00 | Coffee | | | | |\n| 11:00 | Panel | Bo Lind, Cy Marr | Heron Software; Gull plc | Engineers | B |\n",
        ["Ada Poole . employer = Corvid Systems", "Ada Poole . title = CTO [Corvid Systems]"],
    ),
    (
        "markdown",
        "| Player | Club | Position | Born | Goals | Joined |\n|---|---|---|---|---|---|\n| Ada Poole | Leeds Rovers | Striker | 1999 | 12 | 2019 |\n| Bo Lind | Leeds Rovers | Goalkeeper | 1995 | 0 | 2021 |\n",
        [
            "Ada Poole . birth_date = 1999",
            "Ada Poole . employer = Leeds Rovers",
            "Ada Poole . joined_on = 2019 [Leeds Rovers]",
            "Bo Lind . birth_date = 1995",
            "Bo Lind . employer = Leeds Rovers",
            "Bo Lind . joined_on = 2021 [Leeds Rovers]",
        ],
    ),
    (
        "csv",
        "country,capital,population,founded,area\nNorway,Oslo,5400000,1905,385207\nSweden,Stockholm,10500000,1523,450295\n",
        [],
    ),
    (
        "csv",
        "item,price,amount,date\nChair,£40,3,2021-01-02\nTable,£120,1,2021-02-03\n",
        ["Chair . price = 40 GBP", "Table . price = 120 GBP"],
    ),
    (
        "csv",
        "date,author,title,publisher,url\n2024-01-02,Jane Poole,Chair of the board quits,The Courier,http://x\n2024-01-03,Bo Lind,Director of nothing,The Courier,http://y\n",
        [],
    ),
    (
        "markdown",
        "---\ntitle: Director of Heron leaves\nauthor: Jane Poole\ndate: 2024-02-03\norganization: The Courier\ntags: [jobs, heron]\n---\n\nText here about Heron Software.\n",
        [],
    ),
    (
        "text",
        "MEMORANDUM\n\nTo:      All staff\nFrom:    Jane Poole, Managing Director\nDate:    3 March 2024\nSubject: New offices\n\nDear all, Corvid Systems is moving. Corvid Systems will open in Leeds.\n",
        ["Jane Poole . employer = Corvid Systems", "Jane Poole . title = Managing Director [Corvid Systems]"],
    ),
    (
        "markdown",
        "# Corvid Systems v Heron Software\n\n| | Corvid Systems | Heron Software |\n|---|---|---|\n| Revenue 2023 | €40m | $55m |\n| Staff | 120 | more than 300 |\n| Chief executive | Jane Poole | vacant |\n| Lead product | Radio One | Nest |\n| Price per seat | €12 | $9 |\n| Customers | 4,000+ | 1.2 million |\n",
        [
            "Corvid Systems . headcount = 120",
            "Corvid Systems . revenue = 40000000 EUR [2023]",
            "Corvid Systems . users = 4000.. [customers]",
            "Heron Software . headcount = 300..",
            "Heron Software . revenue = 55000000 USD [2023]",
            "Heron Software . users = 1200000 [customers]",
            "Jane Poole . employer = Corvid Systems",
            "Jane Poole . title = Chief executive [Corvid Systems]",
        ],
    ),
]


@pytest.mark.parametrize(("format", "text", "expected"), CASES)
def test_claims(format: str, text: str, expected: list[str]) -> None:
    assert claims(text, format) == expected
