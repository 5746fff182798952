"""The algebra: same, compatible, different; and its laws."""

import time
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import values
from checker.model import Value
from checker.values import money, quantity

CASES: dict[str, list[tuple[str, str, str]]] = {
    "title": [
        ("Head of Communications", "communications head", "same"),
        ("EVP Edge Compute", "Executive Vice President for Edge Compute", "same"),
        ("Executive Vice President, Edge Compute", "EVP Edge Compute", "same"),
        ("executive vice president", "EVP Edge Compute", "compatible"),
        ("director", "director of the Setubal plant", "compatible"),
        ("professor", "professor of energy policy", "compatible"),
        ("VP and Engineering Fellow", "VP", "compatible"),
        ("Senior Director of AI", "Director of AI", "different"),
        ("SVP", "EVP", "different"),
        ("COO", "deputy chief executive", "different"),
        ("co-founder", "founding member", "different"),
        ("founder", "co-founder", "compatible"),
        ("CEO", "chief executive", "same"),
        ("CEO", "Chief Executive Officer", "same"),
        ("CFO", "finance chief", "same"),
        ("CFO", "finance director", "compatible"),
        ("finance director", "Director of Finance", "same"),
        ("director", "acting director", "different"),
        ("chief engineer", "additional chief engineer", "different"),
        ("Director General", "chief executive", "different"),
        ("executive director", "managing director", "different"),
        ("Vice President of Finance", "deputy chief financial officer", "different"),
        ("deputy CFO", "deputy chief financial officer", "same"),
        ("Chairman", "chairman of the board", "compatible"),
        ("chair", "treasurer", "different"),
        ("Head, Department of Chemistry", "head of the Department of Chemistry", "same"),
        ("leader of the Polymer Interfaces Group", "head of the Polymer Interfaces Group", "same"),
        ("co-founder and Chief Executive Officer", "CEO", "compatible"),
        ("CTO (former)", "chief technology officer", "same"),
        ("chief technology officer (CTO)", "CTO", "same"),
        ("MTS", "Member of Technical Staff", "same"),
        ("Vice President of Engineering", "VP Engineering", "same"),
        ("VP, Engineering", "VP of engineering", "same"),
        ("sr. staff engineer", "senior staff engineer", "same"),
        ("Prof.", "Professor", "same"),
        ("vice-president of research", "Vice President, Research", "same"),
        ("Senior Vice President of Research", "Vice President, Research", "different"),
        ("assistant professor", "professor", "different"),
        ("Head of Group Communications", "Director of Investor Relations", "different"),
        ("individual contributor", "Member of Technical Staff", "compatible"),
        ("director of AI", "director of artificial intelligence", "same"),
        ("partner", "associate", "different"),
        ("General Manager, Investor Relations", "General Manager", "compatible"),
        ("C.E.O.", "CEO", "same"),
        ("VP of Sales and Marketing", "VP Sales & Marketing", "same"),
        ("president and CEO", "CEO and president", "same"),
        ("Managing Director", "MD", "same"),
        ("head of engineering", "director of engineering", "compatible"),
        ("editor", "editor-in-chief", "compatible"),
        ("deputy director", "director", "different"),
        ("interim CEO", "acting chief executive", "same"),
        ("Ministr", "Minister for Transport", "different"),
        ("Secretary General", "secretary-general", "same"),
        ("chief scientist", "chief scientific officer", "same"),
        ("joint managing director", "managing director", "different"),
        ("director of operations", "COO", "compatible"),
        ("senior fellow", "fellow", "different"),
        ("Vice chancellor", "chancellor", "different"),
        ("plant director", "director of the Setubal plant", "compatible"),
        ("research lead", "head of research", "same"),
        ("co-chair", "chair", "different"),
        ("group chief executive", "chief executive", "compatible"),
        ("board member", "member of the board", "same"),
        ("Head of AI research", "head of research", "compatible"),
        ("chief executive", "president", "different"),
        ("associate", "partner", "different"),
        ("works council chair", "chair of the works council", "same"),
        ("Lead Engineer", "engineer", "different"),
        ("chief financial officer", "chief operating officer", "different"),
    ],
    "organization": [
        ("Tesla", "Tesla, Inc.", "same"),
        ("The Open Larder", "Open Larder", "same"),
        ("MIT", "Massachusetts Institute of Technology", "compatible"),
        ("NRTC", "Nellikkad Rapid Transit Corporation", "compatible"),
        ("Halvorsen-Ridder", "Halvorsen-Ridder Group", "compatible"),
        ("Smith & Sons", "Smith and Sons", "same"),
        ("Anvil", "Mortise", "different"),
        ("Univ. of Oxford", "University of Oxford", "same"),
        ("Pell & Rook", "Pell and Rook Ltd", "same"),
        ("Brightside Climate", "Corvo Capital", "different"),
        ("Open Ledger Trust", "Open Larder", "different"),
        ("S.A. Brain", "Brain", "different"),
        ("OpenAI", "Open AI", "same"),
        ("Acme GmbH & Co. KG", "Acme", "same"),
        ("Stanford", "Stanford University", "compatible"),
        ("Halverson-Ridder Group", "Halvorsen-Ridder Group", "same"),
        ("Jhelum Infra", "Jhelum Infrastructure", "different"),
        ("Sedge Foundation", "Sedgeworks", "different"),
    ],
    "person": [
        ("Andrej Karpathy", "Karpathy", "compatible"),
        ("R. K. Subramaniam", "RK Subramaniam", "same"),
        ("Dr. Radu Petrescu", "Radu Petrescu", "same"),
        ("Bill Gates", "William Gates", "compatible"),
        ("J. Smith", "John Smith", "compatible"),
        ("John Smith", "Jane Smith", "different"),
        ("John A. Smith", "John Smith", "compatible"),
        ("Graça Lobo", "Graca Lobo", "same"),
        ("Duarte Figueira-Lobo", "Graça Lobo", "different"),
        ("Noor van Aalst", "van Aalst", "compatible"),
        ("Hanneke Brouwer-Diallo", "Hanneke Brouwer", "compatible"),
        ("Smith, John", "John Smith", "same"),
        ("Wei-Ling Chen", "Chen Wei-Ling", "compatible"),
        ("Lars-Erik Moberg", "Lars Erik Moberg", "compatible"),
        ("Martin Luther King Jr.", "Martin Luther King Sr.", "different"),
        ("Ioana", "Ioana Petrescu-Halloran", "compatible"),
        ("Felix Blackett", "Honor Blackett", "different"),
        ("Kerstin Anvelt", "Kirsten Anvelt", "different"),
        ("Anders Lindgren", "Mireille Sato-Lindgren", "different"),
        ("John B. Smith", "John A. Smith", "different"),
        ("Winifred Tasker", "Ruth Tasker", "different"),
        ("Duarte Figuera-Lobo", "Duarte Figueira-Lobo", "same"),
        ("Petrescu", "Petrescu-Halloran", "compatible"),
        ("Sir Ian Blair", "Ian Blair", "same"),
        ("Ludwig van Beethoven", "Ludwig Beethoven", "compatible"),
    ],
    "place": [
        ("Setúbal", "Setubal", "same"),
        ("Leeds, England", "Leeds", "compatible"),
        ("Leeds", "Sheffield", "different"),
        ("Nishi-ku, Osaka", "Osaka", "compatible"),
        ("UK", "United Kingdom", "same"),
        ("Leeds, UK", "Leeds, England", "compatible"),
        ("Portland, Oregon", "Portland, Maine", "different"),
        ("Attercliffe, Sheffield", "Sheffield", "compatible"),
        ("Eindhoven", "Delft", "different"),
        ("Lisbon", "Portugal", "compatible"),
        ("Porto", "Lisbon", "different"),
        ("Palo Alto", "Bay Area", "compatible"),
        ("London", "Canada", "compatible"),
        ("Lisbon", "Spain", "different"),
        ("Bangalore", "Bengaluru", "same"),
        ("Leeds, UK", "Leeds, Canada", "different"),
        ("Attercliffe, Sheffield, England", "Sheffield, UK", "compatible"),
    ],
    "team": [
        ("pre-training team", "pre-training", "same"),
        ("the Pre-training team", "pretraining", "same"),
        ("Edge Compute", "edge compute", "same"),
        ("foundational model division", "pre-training", "different"),
        ("Polymer Interfaces Group", "Soft Composites Group", "different"),
        ("AI research", "research team", "compatible"),
    ],
}


def _amount(kind: str, text: str) -> Value:
    return (money if kind == "money" else quantity).recognise(text)[0].value


AMOUNTS = [
    ("money", "$4.2m", "$4,213,000", "compatible"),
    ("money", "€310m", "€309.6m", "compatible"),
    ("money", "€1.1bn", "€1.3bn", "different"),
    ("money", "€180 million", "€165 million", "different"),
    ("money", "$72.3B", "$7.5B", "different"),
    ("money", "$5m", "€5m", "different"),
    ("money", "470 pence", "£4.70", "same"),
    ("money", "20 million francs", "CHF 20m", "compatible"),
    ("money", "20 million francs", "€20m", "different"),
    ("money", "more than €270m", "€270.7m", "compatible"),
    ("money", "Rs 4,310 crore", "Rs 43.104 billion", "compatible"),
    ("money", "a nine-figure sum", "$310m", "compatible"),
    ("quantity", "hundreds of staff", "2,300–5,000 staff", "different"),
    ("quantity", "about 300 people", "312 people", "compatible"),
    ("quantity", "about 1,900 people", "2,310 people", "different"),
    ("quantity", "214 people", "about 260 people", "different"),
    ("quantity", "2.1 lakh riders", "210,400 riders", "compatible"),
    ("quantity", "2.1 lakh riders", "202,900 riders", "different"),
    ("quantity", "640 people", "six hundred and forty people", "same"),
    ("quantity", "3,000 people", "3,140 people", "different"),
]


@pytest.mark.parametrize(("kind", "a", "b", "verdict"), AMOUNTS)
def test_amounts(kind: str, a: str, b: str, verdict: str) -> None:
    result = values.compare(_amount(kind, a), _amount(kind, b))
    assert result.verdict == verdict, result.reason


@pytest.mark.parametrize(
    ("kind", "a", "b", "verdict"), [(kind, *case) for kind, cases in CASES.items() for case in cases]
)
def test_names(kind: str, a: str, b: str, verdict: str) -> None:
    result = values.compare(Value(kind, a), Value(kind, b))
    assert result.verdict == verdict, result.reason
    assert result == values.compare(Value(kind, b), Value(kind, a))


_WORDS = sorted({text for cases in CASES.values() for a, b, _ in cases for text in (a, b)})
_NAMED = st.builds(Value, st.sampled_from(sorted(CASES)), st.sampled_from(_WORDS) | st.text(max_size=20))
_FIGURES = st.none() | st.integers(0, 5000).map(float) | st.sampled_from([1e6, 1.1e6, 4.2e6, 4213000.0])


@st.composite
def _amounts(draw: st.DrawFn) -> Value:
    low, high = draw(_FIGURES), draw(_FIGURES)
    if low is not None and high is not None:
        low, high = sorted((low, draw(st.sampled_from([low, high]))))
    kind = draw(st.sampled_from(["money", "quantity", "percent"]))
    currency = draw(st.sampled_from(["USD", "cent", "franc", "CHF", None])) if kind == "money" else None
    return Value(
        kind, draw(st.sampled_from(["", "4.2m", "1,200", "some 5"])), None, low, high, currency, draw(st.booleans())
    )


@given(_NAMED | _amounts(), _NAMED | _amounts())
def test_comparison_is_symmetric_and_says_why(a: Value, b: Value) -> None:
    result = values.compare(a, b)
    assert result == values.compare(b, a)
    assert result.reason


@given(_NAMED | _amounts())
def test_comparison_is_reflexive(value: Value) -> None:
    assert values.compare(value, value).verdict == "same"


@given(_NAMED | _amounts(), _NAMED | _amounts())
def test_equal_keys_mean_the_same(a: Value, b: Value) -> None:
    if values.canonical(a) == values.canonical(b):
        assert values.compare(a, b).verdict == "same"


def test_kinds_are_told_apart() -> None:
    assert values.compare(Value("money", "€5", None, 5, 5, "EUR"), Value("person", "Ann Lee")).verdict == "different"
    assert values.compare(Value("person", "Ann Lee"), Value("organization", "Ann Lee")).verdict == "same"


def test_reasons_name_what_differs() -> None:
    assert "level" in values.compare(Value("title", "Senior Director of AI"), Value("title", "Director of AI")).reason
    assert "role" in values.compare(Value("title", "co-founder"), Value("title", "founding member")).reason
    assert "currency" in values.compare(_amount("money", "$5m"), _amount("money", "€5m")).reason


@pytest.mark.parametrize("kind", sorted(CASES))
@pytest.mark.parametrize("unit", ["director, ", "a", "and ", "Jr ", "of "])
def test_long_texts_take_linear_time(kind: str, unit: str) -> None:
    began = time.process_time()
    values.compare(Value(kind, unit * 20_000), Value(kind, unit * 20_000 + "x"))
    assert time.process_time() - began < 5


@pytest.mark.parametrize("nothing", ["", " ", ".", "-"])
def test_a_name_without_letters_is_nobody(nothing: str) -> None:
    there, back = (values.compare(a, b) for a, b in permutations([Value("person", "Acme"), Value("person", nothing)]))
    assert there == back
    assert there.verdict == "different"
