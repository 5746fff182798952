"""News-like text by a program: dense with facts (some 14,000 claims a megabyte), the same for the same seed."""

from __future__ import annotations

import random

from tests.benchmarks.gate import FILLER, POSTS, company, person

_MONTHS = "January March April June July September October December".split()
_TELLS = (
    "{org}, which was founded in {year}, said on Tuesday that it had named {who} as its {post}.",
    "{who}, {post} of {org}, joined the company in {month} {year}.",
    "The company, based in Bergen, employs about {n} people and had revenue of ${m} million in {year}.",
    "{org} raised ${m} million in a Series B round led by {other} on {day} {month} {year}.",
    "{other} agreed to buy {org} for ${m}m in cash, two people familiar with the matter said.",
    "“We have never been busier,” said {who}, who had been {post} at {other} until {year}.",
    "{org} denied that it would cut {n} jobs; its workforce stood at {n} at the end of {month}.",
    "She reports to {who}, the {post}, and lives with her family near the harbour.",
)


def article(chance: random.Random) -> str:
    """One article of some 300 words, with a dateline and seven paragraphs."""
    lead = f"BERGEN, {chance.choice(_MONTHS)} {chance.randint(1, 28)}, {chance.randint(2015, 2025)} — "
    return lead + "\n\n".join(_paragraph(chance) for _ in range(7)) + "\n"


def _paragraph(chance: random.Random) -> str:
    told = [
        chance.choice(_TELLS).format(
            org=company(chance.randint(0, 400)), other=company(chance.randint(0, 400)), who=person(chance.randint(0, 900)),
            post=chance.choice(POSTS).lower(), year=chance.randint(1970, 2025), month=chance.choice(_MONTHS),
            day=chance.randint(1, 28), n=chance.randint(20, 9000), m=chance.randint(1, 900),
        )
        for _ in range(2)
    ]  # fmt: skip
    return f"{told[0]} {FILLER}{told[1]}"


def articles(size: int, seed: int = 1) -> list[str]:
    """Articles of ``size`` characters in all, or a little more."""
    chance, made, length = random.Random(seed), [], 0
    while length < size:
        made.append(article(chance))
        length += len(made[-1])
    return made
