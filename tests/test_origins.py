"""How many origins quotes have."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from checker import digests, origins

quotes = st.text("abcde ", min_size=1, max_size=90)


@given(quotes, st.lists(st.tuples(st.integers(0, 90), st.sampled_from("ax ")), max_size=9))
def test_likeness_is_that_of_the_library(one: str, slips: list[tuple[int, str]]) -> None:
    other = one
    for at, letter in slips:
        other = other[:at] + letter + other[at + 1 :] if letter != " " else other[:at] + other[at + 1 :]
    assume(other)
    found = origins._in_common(one, other)
    assert abs(100 * found - fuzz.ratio(one, other)) < 1e-9
    assert (found >= origins._COPY / 100) == bool(fuzz.ratio(one, other, score_cutoff=origins._COPY))


@given(st.binary(max_size=300))
def test_digests_are_those_of_hashlib(data: bytes) -> None:
    import hashlib

    assert digests.sha256(data).digest() == hashlib.sha256(data).digest()

    assert digests.blake2b(data, digest_size=16).digest() == hashlib.blake2b(data, digest_size=16).digest()


def test_much_is_hashed_alike() -> None:
    import hashlib

    for size in (10, 2_000_000, 10):
        assert digests.sha256(bytes(size)).digest() == hashlib.sha256(bytes(size)).digest()
