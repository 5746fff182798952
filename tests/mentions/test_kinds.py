"""Names in sentences from many fields: their extent, their kind, and the full form that a short one stands for."""

from __future__ import annotations

import pytest

from checker.mentions import find
from checker.model import Source
from checker.passages import Page, key_of
from checker.sources import read_text

THINGS = {"product": "thing", "project": "thing", "event": "thing"}


def page_of(text: str, path: str = "a.md", form: str = "markdown") -> Page:
    source = next(iter(read_text(text, path, form)))
    assert isinstance(source, Source)
    return find(source)


def kind_of(page: Page, name: str) -> str:
    found = page.names.get(key_of(name))
    if found is None or found.count < 1:
        return f"no name; there are {sorted(n.text for n in page.names.values() if n.count > 0)}"
    return THINGS.get(found.kind, found.kind)


P, O, T, L = "person", "organization", "thing", "place"  # noqa: E741

KINDS = [
    ("Marrowby, a maker of hearing aids, said on Monday that it would close its plant in Leeds.", {"Marrowby": O, "Leeds": L}),
    ("The hearing-aid maker Marrowby has hired Tobiasz Wrzos as its finance chief.", {"Marrowby": O, "Tobiasz Wrzos": P}),
    ("Quillfern is a Belgian publisher of sheet music.", {"Quillfern": O}),
    ("Ondine Vassalis is a Greek cellist who lives in Ghent.", {"Ondine Vassalis": P, "Ghent": L}),
    ("Sefton Umbral, 61, has kept bees since he was nine.", {"Sefton Umbral": P}),
    ("“We lost forty hives,” said Yevheniia Drozd, who runs the co-operative.", {"Yevheniia Drozd": P}),
    ("Brackwell's chief executive, Ingolf Tharaldsen, resigned.", {"Brackwell": O, "Ingolf Tharaldsen": P}),
    ("Brackwell’s employees were told by email.", {"Brackwell": O}),
    ("In 2014 she joined Tessaly as a tax adviser.", {"Tessaly": O}),
    ("Before Tessaly she had spent nine years at Corvane.", {"Corvane": O}),
    ("Hollin acquired Merestead for £40 million.", {"Hollin": O, "Merestead": O}),
    ("Merestead was founded in 1988 by two brothers.", {"Merestead": O}),
    ("The Alpine Rescue Association (ARA) appointed Urs Gantenbein president.", {"Alpine Rescue Association": O, "ARA": O, "Urs Gantenbein": P}),
    ("The Minister for Transport, Aoibheann Tully, cut the ribbon.", {"Aoibheann Tully": P}),
    ("He was Head of Dredging at Vossberg.", {"Vossberg": O}),
    ("The Romanian-Swedish conductor Anca Lindqvist-Popa took the baton.", {"Anca Lindqvist-Popa": P}),
    ("The ferry Solveig Marie sank off Bergen.", {"Solveig Marie": T, "Bergen": L}),
    ("Thistledown Museum tells the story of lace.", {"Thistledown Museum": O}),
    ("Zephyrine, which employs 300 people, makes sails.", {"Zephyrine": O}),
    ("Luca Ferrante, whose father built the yard, disagreed.", {"Luca Ferrante": P}),
    ("Kestrel Point opened in 1911.", {}),
    ("The trade union Solidar has sued Pemberton & Daughters.", {"Solidar": O, "Pemberton & Daughters": O}),
    ("Shares of Arbolin fell by a tenth.", {"Arbolin": O}),
    ("Arbolin shares fell by a tenth.", {"Arbolin": O}),
    ("A spokesman for Arbolin declined to comment.", {"Arbolin": O}),
    ("Dr Nkechi Abara of the University of Ibadan read the paper.", {"Nkechi Abara": P, "University of Ibadan": O}),
    ("Prof. M. R. Velupillai chaired the session.", {"M. R. Velupillai": P}),
    ("Ruud van der Meulen left for Kyoto.", {"Ruud van der Meulen": P, "Kyoto": L}),
    ("Tremaine and Oriol Bassas founded the winery.", {"Oriol Bassas": P}),
    ("Investors include Harrowgate, Nimbus Capital and Ostrava Partners.", {"Harrowgate": O, "Nimbus Capital": O, "Ostrava Partners": O}),
    ("The chess federation named Bolormaa Ganzorig its delegate; Ganzorig is from Darkhan.", {"Bolormaa Ganzorig": P, "Ganzorig": P}),
    ("Her predecessor, Cosmin Dragulescu, moved to Oslo.", {"Cosmin Dragulescu": P, "Oslo": L}),
    ("Works by Iolanthe Brusco hang in the lobby. She died in 1987.", {"Iolanthe Brusco": P}),
    ("Lumenta raised $12 million from Graylark.", {"Lumenta": O, "Graylark": O}),
    ("The round was led by Graylark, with Tidewater taking part.", {"Graylark": O, "Tidewater": O}),
    ("The software, Pollux 3.2, ships in March.", {"Pollux 3.2": T}),
    ("Its app, Wayfound, has two million users.", {"Wayfound": T}),
    ("The Dane won the stage.", {}),
    ("Sabela Outeiro (born 1971) is a volcanologist.", {"Sabela Outeiro": P}),
    ("She reports to Fenwick Adair.", {"Fenwick Adair": P}),
    ("Teodor Vlašić and his wife, Hana, bought the mill.", {"Teodor Vlašić": P, "Hana": P}),
    ("Norhavn Group Chief Executive Pernille Juhl opened the meeting.", {"Norhavn Group": O, "Pernille Juhl": P}),
    ("The Board of Norhavn Group met on Friday.", {"Norhavn Group": O}),
    ("According to Castellane, the vines will recover.", {"Castellane": O}),
    ("A deal between Castellane and Drummore Ltd fell through.", {"Castellane": O, "Drummore Ltd": O}),
    ("Drummore Ltd owns three quarries. Drummore employs 90.", {"Drummore": O}),
    ("Drovers and farmers gathered. Wool was cheap.", {}),
    ("The Saltmarsh Bridge will open in 2027.", {"Saltmarsh Bridge": T}),
    ("Auberon Finch told the Gloaming Gazette that he would stay.", {"Auberon Finch": P, "Gloaming Gazette": O}),
    ("Ms Okwuosa said so. Adaeze Okwuosa has led the choir since May.", {"Okwuosa": P, "Adaeze Okwuosa": P}),
    ("Interview: Wei-Ting Hsu on glaciers", {"Wei-Ting Hsu": P}),
    ("Cuvelle Bros. of Namur, a bell foundry, cast it.", {"Namur": L}),
    ("Mirela Pop-Eleches sold Turnstone to Vandermolen for an undisclosed sum.", {"Mirela Pop-Eleches": P, "Turnstone": O, "Vandermolen": O}),
    ("Dunmarra-based Fairlight hired forty nurses.", {"Fairlight": O}),
    ("The Nordwall Prize went to Eerika Salo.", {"Eerika Salo": P}),
    ("Anselm Quaye studied law at Makerere University before he moved to Accra.", {"Anselm Quaye": P, "Makerere University": O, "Accra": L}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[text[:40] for text, _ in KINDS])
def test_kind(text: str, expected: dict[str, str]) -> None:
    page = page_of(text)
    assert {name: kind_of(page, name) for name in expected} == expected


NOBODY = [
    ("The Minister for Transport, Aoibheann Tully, cut the ribbon.", ["Transport", "Minister"]),
    ("He was Head of Dredging at Vossberg.", ["Dredging", "Head"]),
    ("The Romanian-Swedish conductor Anca Lindqvist-Popa took the baton.", ["Romanian-Swedish"]),
    ("The Dane won the stage, ahead of two Norwegians.", ["Dane", "Norwegians"]),
    ("Drovers and farmers gathered. Wool was cheap.", ["Drovers", "Wool"]),
    ("On Tuesday the French team won; Catholic voters and Hindu priests watched.", ["French", "Catholic", "Hindu"]),
    ("Yesterday came the news. Nobody spoke. Instead, Silence fell.", ["Yesterday", "Nobody", "Instead"]),
    (
        "On Sundays two Yorkshiremen met a Lagos-born tenor; fire-related costs rose.",
        ["Sundays", "Yorkshiremen", "Lagos-born"],
    ),
    ("Revenue rose. Turnover fell. Staffing is stable.", ["Revenue", "Turnover", "Staffing"]),
]


@pytest.mark.parametrize(("text", "names"), NOBODY, ids=[text[:40] for text, _ in NOBODY])
def test_words_that_name_nobody(text: str, names: list[str]) -> None:
    page = page_of(text)
    wrong = {n: kind_of(page, n) for n in names if kind_of(page, n) in ("person", "organization")}
    assert wrong == {}


FULLS = [
    ("Halden-Ruiz Instruments, a lens maker, is for sale. Halden-Ruiz has 40 staff. HRI will move.", {"Halden-Ruiz": "Halden-Ruiz Instruments", "HRI": "Halden-Ruiz Instruments"}),
    ("Nils Ekvall met Karin Ekvall. Ekvall was late.", {"Ekvall": ""}),
    ("Bolormaa Ganzorig spoke first. Ganzorig is from Darkhan.", {"Ganzorig": "Bolormaa Ganzorig"}),
    ("Turnstone Ltd grew. Turnstone Foundation, a charity, gave money away. Turnstone hired ten.", {"Turnstone Foundation": "Turnstone Foundation", "Turnstone": "Turnstone Ltd"}),
    ("The Upper Basin Water Authority (UBWA) met. UBWA raised its rates.", {"UBWA": "Upper Basin Water Authority"}),
    ("The Upper Basin Water Authority (“the Authority”) met.", {"Upper Basin Water Authority": "Upper Basin Water Authority"}),
    ("Lindqvist Marine AB (hereafter “Lindqvist”) built it. Anca Lindqvist watched. Anca is a painter.", {"Anca": "Anca Lindqvist"}),
    ("Adaeze Okwuosa has led the choir. Ms Okwuosa sings.", {"Okwuosa": "Adaeze Okwuosa"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FULLS, ids=[text[:40] for text, _ in FULLS])
def test_short_forms(text: str, expected: dict[str, str]) -> None:
    names = page_of(text).names
    assert {short: names[key_of(short)].full for short in expected} == expected


TITLES = [
    ("Norhavn Group Chief Executive Pernille Juhl opened the meeting.", "Chief Executive"),
    ("The Minister for Transport, Aoibheann Tully, cut the ribbon.", "Minister for Transport"),
    ("He was Head of Dredging at Vossberg.", "Head of Dredging"),
    ("Ilse Korn, Deputy Director of Glacier Studies, agreed.", "Deputy Director of Glacier Studies"),
    ("Ilse Korn, deputy director of glacier studies at the institute, agreed.", "deputy director of glacier studies"),
    ("As chair of the board of trustees she signed.", "chair of the board of trustees"),
    ("She became the abbey's first head gardener.", "head gardener"),
    ("Brackwell's group finance director resigned.", "group finance director"),
    ("Rowan Ash, Vice President, Marine Operations, spoke.", "Vice President, Marine Operations"),
    ("He is editor-at-large of the Gloaming Gazette.", "editor-at-large"),
    ("Owen Price, professor of medieval history at Leiden, wrote it.", "professor of medieval history"),
    ("She was the choir's principal alto and deputy musical director.", "deputy musical director"),
]


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[text[:40] for text, _ in TITLES])
def test_titles(text: str, title: str) -> None:
    passages = page_of(text).passages
    assert title in [p.text(m.first, m.last) for p in passages for m in p.mentions if m.kind == "title"]


def test_a_column_shares_its_kind() -> None:
    page = page_of("| Company | Head |\n|---|---|\n| Ostrelle | Vanja Brkić |\n| Quarrow | Lys Damgaard |\n")
    assert [kind_of(page, n) for n in ("Ostrelle", "Quarrow", "Vanja Brkić", "Lys Damgaard")] == [O, O, P, P]


def test_a_byline_is_a_person() -> None:
    page = page_of("# Glaciers\n\nBy Wei-Ting Hsu\n\nThe ice is thin.\n")
    assert kind_of(page, "Wei-Ting Hsu") == P
