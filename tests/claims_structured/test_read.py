"""Tables, records, lists and lines on matters of their own: every claim that stands in them, and none that does not."""

from __future__ import annotations

import pytest

from tests.claims_structured.made import claims

CASES = {
    "people with employer": (
        "csv",
        "Name,Position,Organisation,Since,Date of birth\nIngrid Solberg,Harbour master,Port of Lofthavn,2018-04,1971-02-03\nTomas Quade,Head of Dredging,Quade & Sons Ltd,n/a,-\n",
        [
            "Ingrid Solberg . birth_date = 1971-02-03",
            "Ingrid Solberg . employer = Port of Lofthavn",
            "Ingrid Solberg . joined_on = 2018-04 [Port of Lofthavn]",
            "Ingrid Solberg . title = Harbour master [Port of Lofthavn]",
            "Tomas Quade . employer = Quade & Sons Ltd",
            "Tomas Quade . title = Head of Dredging [Quade & Sons Ltd]",
        ],
    ),
    "companies with units in headers": (
        "csv",
        "company;founded;hq;staff_count;revenue_2023 (EURm);chief executive\nMolen Dairy;1962;Gouda;1.240;88,5;Wim Terpstra\nVeldhoek Foods BV;2004;Zwolle;310;12;\n",
        [
            "Molen Dairy . founded_on = 1962",
            "Molen Dairy . headcount = 1240",
            "Molen Dairy . headquarters = Gouda",
            "Molen Dairy . revenue = 88500000 EUR [2023]",
            "Veldhoek Foods BV . founded_on = 2004",
            "Veldhoek Foods BV . headcount = 310",
            "Veldhoek Foods BV . headquarters = Zwolle",
            "Veldhoek Foods BV . revenue = 12000000 EUR [2023]",
            "Wim Terpstra . employer = Molen Dairy",
            "Wim Terpstra . title = chief executive [Molen Dairy]",
        ],
    ),
    "rounds with a currency column": (
        "csv",
        "Round,Date,Amount,Currency,Led by,Post-money,Company\nSeed,2019-05-02,1.5m,GBP,Kestrel Ventures,8m,Peatland Robotics\nSeries A,March 2021,12m,GBP,Aldwych Capital; Nora Finch,,Peatland Robotics\n",
        [
            "Peatland Robotics . lead_investor = Aldwych Capital [Series A]",
            "Peatland Robotics . lead_investor = Kestrel Ventures [Seed]",
            "Peatland Robotics . lead_investor = Nora Finch [Series A]",
            "Peatland Robotics . round_amount = 12000000 GBP [Series A]",
            "Peatland Robotics . round_amount = 1500000 GBP [Seed]",
            "Peatland Robotics . round_date = 2019-05-02 [Seed]",
            "Peatland Robotics . round_date = 2021-03 [Series A]",
            "Peatland Robotics . valuation = 8000000 GBP",
        ],
    ),
    "columns are companies": (
        "markdown",
        "# Two breweries compared\n\n| | Harrow Brewing Co | Oast House Brewery |\n|---|---|---|\n| Founded | 1998 | 2011 |\n| Headquarters | Leeds | Kent |\n| Employees | about 45 | 112 (2023) |\n| Head brewer | – | Lena Marsh |\n| Colour of the van | green | red |\n",
        [
            "Harrow Brewing Co . founded_on = 1998",
            "Harrow Brewing Co . headcount = 45~",
            "Harrow Brewing Co . headquarters = Leeds",
            "Lena Marsh . employer = Oast House Brewery",
            "Lena Marsh . title = Head brewer [Oast House Brewery]",
            "Oast House Brewery . founded_on = 2011",
            "Oast House Brewery . headcount = 112",
            "Oast House Brewery . headquarters = Kent",
        ],
    ),
    "infobox of an organization": (
        "html",
        "<html><body><h1>Fjordbank Cooperative</h1><table class='infobox'><caption>Fjordbank Cooperative</caption><tr><th>Founded</th><td>3 June 1984 by Arne Lund and Solveig Dahl, in Molde</td></tr>"
        "<tr><th>Headquarters</th><td>Molde, Norway</td></tr><tr><th>Key people</th><td>Kari Moen (CEO), Per Aune (chair)</td></tr><tr><th>Revenue</th><td>NOK 58.7 million (2024)</td></tr>"
        "<tr><th>Number of employees</th><td>1,200 (2024)</td></tr><tr><th>Website</th><td>fjordbank.example</td></tr></table></body></html>",
        ["Arne Lund", "x"],
    ),
    "infobox of a person": (
        "markdown",
        "# Beatrix Oduya\n\n| | |\n|---|---|\n| Born | 11 May 1979, Enschede |\n| Alma mater | University of Twente; Delft University of Technology |\n| Occupation | Glaciologist |\n| Employer | Polar Research Centre |\n| Title | Chief scientist |\n",
        [
            "Beatrix Oduya . alma_mater = Delft University of Technology",
            "Beatrix Oduya . alma_mater = University of Twente",
            "Beatrix Oduya . birth_date = 1979-05-11",
            "Beatrix Oduya . birth_place = Enschede",
            "Beatrix Oduya . employer = Polar Research Centre",
            "Beatrix Oduya . title = Chief scientist [Polar Research Centre]",
        ],
    ),
    "a career in bullets": (
        "markdown",
        "# Marcus Thiele\n\n## Career\n\n- 2019–2022: VP Engineering, Larkfield Motors\n- 2015-2019: Head of Powertrain at Brandt Automotive GmbH\n- since 2022 Chief Technology Officer, Ostrava Rail Works\n- 2014: a year of travel\n",
        [
            "Marcus Thiele . employer = Brandt Automotive GmbH",
            "Marcus Thiele . employer = Larkfield Motors",
            "Marcus Thiele . employer = Ostrava Rail Works",
            "Marcus Thiele . joined_on = 2015 [Brandt Automotive GmbH]",
            "Marcus Thiele . joined_on = 2019 [Larkfield Motors]",
            "Marcus Thiele . joined_on = 2022 [Ostrava Rail Works]",
            "Marcus Thiele . left_on = 2019 [Brandt Automotive GmbH]",
            "Marcus Thiele . left_on = 2022 [Larkfield Motors]",
            "Marcus Thiele . title = Chief Technology Officer [Ostrava Rail Works]",
            "Marcus Thiele . title = Head of Powertrain [Brandt Automotive GmbH]",
            "Marcus Thiele . title = VP Engineering [Larkfield Motors]",
        ],
    ),
    "figures by year": (
        "markdown",
        "# Gannet Ferries Ltd: the figures\n\nGannet Ferries Ltd published its figures today.\n\n| Year | Turnover (£000s) | Staff | Profit |\n|---|---|---|---|\n| 2021 | 4,310 | 61 | 12 |\n| 2022 | 5,007 | 64* | 15 |\n",
        [
            "Gannet Ferries Ltd . headcount = 61",
            "Gannet Ferries Ltd . headcount = 64",
            "Gannet Ferries Ltd . revenue = 4310000 GBP [2021]",
            "Gannet Ferries Ltd . revenue = 5007000 GBP [2022]",
        ],
    ),
    "projects": (
        "csv",
        "Bridge,Length (m),Opened,Cost (USD million)\nCaldera Viaduct,410,12 March 2009,64\nMill Lane footbridge,38,2015,undisclosed\n",
        [
            "Caldera Viaduct . cost = 64000000 USD",
            "Caldera Viaduct . opened_on = 2009-03-12",
            "Mill Lane footbridge . opened_on = 2015",
        ],
    ),
    "takeovers": (
        "csv",
        "Target,Acquirer,Completion date,Deal value (USD m)\nTernlight AI,Corvid Systems,2024-07-01,310\nHaddock Labs,Corvid Systems,,n/a\n",
        [
            "Haddock Labs . acquired_by = Corvid Systems",
            "Ternlight AI . acquired_by = Corvid Systems",
            "Ternlight AI . acquired_on = 2024-07-01",
            "Ternlight AI . acquisition_price = 310000000 USD",
        ],
    ),
    "linked data": (
        "html",
        '<html><head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Person","name":"Dr. Pilar Echeverri","jobTitle":"Director of Field Studies","worksFor":{"@type":"Organization","name":"Condor Trust"},"birthDate":"1980-01-09","alumniOf":"Universidad de Chile"},'
        '{"@type":"NGO","name":"Condor Trust","foundingDate":"1999","founder":{"@type":"Person","name":"Raul Vega"},"numberOfEmployees":{"@type":"QuantitativeValue","value":42},"address":{"@type":"PostalAddress","addressLocality":"Punta Arenas"}},'
        '{"@type":"Event","name":"Andes Count","startDate":"2025-11-03","offers":{"@type":"Offer","price":"15.00","priceCurrency":"USD"}}]}</script></head><body><p>Nothing here.</p></body></html>',
        [
            "Andes Count . held_on = 2025-11-03",
            "Andes Count . price = 15 USD",
            "Condor Trust . founded_on = 1999",
            "Condor Trust . founder = Raul Vega",
            "Condor Trust . headcount = 42",
            "Condor Trust . headquarters = Punta Arenas",
            "Pilar Echeverri . alma_mater = Universidad de Chile",
            "Pilar Echeverri . birth_date = 1980-01-09",
            "Pilar Echeverri . employer = Condor Trust",
            "Pilar Echeverri . title = Director of Field Studies [Condor Trust]",
        ],
    ),
    "definition lines": (
        "markdown",
        "# Tallow Works Inc in numbers\n\nTallow Works Inc makes candles.\n\n- $380M: valuation as of February 2026\n- 2,300–5,000: estimated employee count at Tallow Works Inc (2026)\n- 14: candles in the logo\n- Headcount: about 300\n",
        [
            "Tallow Works Inc . headcount = 2300..5000",
            "Tallow Works Inc . headcount = 300~",
            "Tallow Works Inc . valuation = 380000000 USD",
        ],
    ),
    "a press contact": (
        "text",
        "Saltmarsh Energy opens a second tide mill\n\nSaltmarsh Energy said its second tide mill is running. Saltmarsh Energy employs millers.\n\nMedia contact: Benedita Sarr, Head of Communications, +351 210 000 000\n",
        [
            "Benedita Sarr . employer = Saltmarsh Energy",
            "Benedita Sarr . title = Head of Communications [Saltmarsh Energy]",
        ],
    ),
    "a timeline": (
        "markdown",
        "# History of the Ropewalk Museum\n\nThe Ropewalk Museum tells the story of rope. The Ropewalk Museum is run by volunteers.\n\n- **1971** First food store opens\n- **2012** Honor Blackett joins as curator\n",
        [
            "Honor Blackett . employer = Ropewalk Museum",
            "Honor Blackett . joined_on = 2012 [Ropewalk Museum]",
            "Honor Blackett . title = curator [Ropewalk Museum]",
        ],
    ),
    "moves": (
        "csv",
        "executive,previous_role,previous_company,new_role,new_company,start_date,remarks\nOle Brandt,Plant manager,Nordkalk Mining AS,Operations director,Basalt Group,2025-09-01,formerly shift supervisor at Oreworks Ltd\n",
        [
            "Ole Brandt . employer = Basalt Group",
            "Ole Brandt . employer = Nordkalk Mining AS",
            "Ole Brandt . employer = Oreworks Ltd",
            "Ole Brandt . joined_on = 2025-09-01 [Basalt Group]",
            "Ole Brandt . title = Operations director [Basalt Group]",
            "Ole Brandt . title = Plant manager [Nordkalk Mining AS]",
            "Ole Brandt . title = shift supervisor [Oreworks Ltd]",
        ],
    ),
    "records in JSON": (
        "json",
        '[{"name": "Cirrus Kites", "founded": 2013, "employees": 18, "city": "Tarifa"}, {"name": "Levante Sails SL", "founded": 1990, "employees": null, "city": "Cadiz"}]',
        [
            "Cirrus Kites . founded_on = 2013",
            "Cirrus Kites . headcount = 18",
            "Cirrus Kites . headquarters = Tarifa",
            "Levante Sails SL . founded_on = 1990",
            "Levante Sails SL . headquarters = Cadiz",
        ],
    ),
    "merged headings": (
        "html",
        "<html><body><table><caption>Staff of the regional water boards</caption><tr><th rowspan=2>Organisation</th><th colspan=2>Employees</th></tr><tr><th>2022</th><th>2023</th></tr>"
        "<tr><td>Brook Water Board</td><td>410</td><td>398</td></tr><tr><td>Fen Water Board</td><td>95</td><td>n.a.</td></tr><tr><td>Total</td><td>505</td><td>398</td></tr></table></body></html>",
        [
            "Brook Water Board . headcount = 398",
            "Brook Water Board . headcount = 410",
            "Fen Water Board . headcount = 95",
        ],
    ),
    "nothing that is claimed": (
        "csv",
        "Recipe,Minutes,Oven,Rating\nRye loaf,55,230,4.5\nSoda bread,40,200,4.1\n",
        [],
    ),
}
CASES["infobox of an organization"] = (*CASES["infobox of an organization"][:2], [
    "Fjordbank Cooperative . founded_on = 1984-06-03", "Fjordbank Cooperative . founder = Arne Lund", "Fjordbank Cooperative . founder = Solveig Dahl",
    "Fjordbank Cooperative . headcount = 1200", "Fjordbank Cooperative . headquarters = Molde, Norway", "Fjordbank Cooperative . revenue = 58700000 NOK [2024]",
    "Kari Moen . employer = Fjordbank Cooperative", "Kari Moen . title = CEO [Fjordbank Cooperative]", "Per Aune . employer = Fjordbank Cooperative", "Per Aune . title = chair [Fjordbank Cooperative]"])  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_claims_of_structure(name: str) -> None:
    format, text, expected = CASES[name]
    assert claims(text, format) == expected
