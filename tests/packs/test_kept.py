"""What takes time to make is kept in the user's cache folder, and is a help alone: it is never wrong, and never missed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker import kept
from checker.packs import vocabulary
from checker.packs.wordsets import Words, parted
from checker.values import lexicon

LEXICONS = sorted(path.stem for path in Path(lexicon.folder()).glob("*.yaml"))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def fresh(name: str) -> object:
    """As a process of its own would have it."""
    return lexicon.load.__wrapped__(name)


@pytest.mark.parametrize("name", LEXICONS)
def test_a_kept_lexicon_is_what_the_file_says(name: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = yaml.safe_load((Path(lexicon.folder()) / f"{name}.yaml").read_text(encoding="utf-8"))
    assert fresh(name) == parsed
    assert [file.name.split("-")[:2] for file in cache.iterdir()] == [["lexicon", name]]
    monkeypatch.setattr(lexicon, "_parsed", None)  # it is not parsed again
    assert fresh(name) == parsed


def test_a_lexicon_that_changes_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "some.yaml"
    monkeypatch.setattr(lexicon, "folder", lambda: tmp_path)
    file.write_text("a: [one]\n", encoding="utf-8")
    seen = file.stat()
    assert fresh("some") == {"a": ["one"]}
    file.write_text("a: [two]\n", encoding="utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))  # same size, same times
    assert fresh("some") == {"a": ["two"]}


@pytest.mark.parametrize("broken", [b"", b"\xc1", b"\x93\x01\x02\x03", b"\xa4none"])
def test_a_broken_file_in_the_cache_is_made_anew(broken: bytes, cache: Path) -> None:
    right = fresh("persons")
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(broken or whole[:-9])
    assert fresh("persons") == right
    assert file.read_bytes() == whole


def test_a_cache_folder_that_cannot_be_is_not_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "file"))
    assert fresh("persons") == fresh("persons") != {}
    assert vocabulary.vocabulary.__wrapped__().words["months"]


def test_what_nobody_asks_for_any_more_goes(cache: Path) -> None:
    kept.save("lexicon-old-1.msgpack", {})
    kept.save("lexicon-new-1.msgpack", {})
    long_ago = time.time() - 100 * 86_400
    os.utime(cache / "lexicon-old-1.msgpack", (long_ago, long_ago))
    (cache / "unrelated").write_text("", encoding="utf-8")
    os.utime(cache / "unrelated", (long_ago, long_ago))
    kept.save("lexicon-more-1.msgpack", {})
    assert sorted(file.name for file in cache.iterdir()) == [
        "lexicon-more-1.msgpack",
        "lexicon-new-1.msgpack",
        "unrelated",
    ]


def test_the_vocabulary_is_the_same_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    made = vocabulary.vocabulary.__wrapped__()
    monkeypatch.setattr(vocabulary, "_made", None)
    again = vocabulary.vocabulary.__wrapped__()
    assert made.verbs == again.verbs and made.fixed_titles == again.fixed_titles
    assert {name: set(words) for name, words in made.words.items()} == {
        name: set(words) for name, words in again.words.items()
    }
    assert again.gender("maria") == "f" and again.gender("john") == "m" and again.gender("qwertz") is None


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1, max_size=5)


@given(st.sets(words), words)
def test_words_in_parts_are_a_set(some: set[str], other: str) -> None:
    found = Words(parted(some))
    assert found == some and len(found) == len(some) and set(found) == some
    assert (other in found) == (other in some) and all(word in found for word in some)
    assert "" not in found
    assert found | {other} == some | {other} and {other} & found == {other} & some and found - {other} == some - {other}
