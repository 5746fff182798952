"""Settings: where they are found, what paths in them mean, and what is said of those that are not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import Settings, load, read
from checker.errors import UserError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_found_means_defaults(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert load(None, [str(tmp_path)]) == Settings()


def test_the_nearest_file_above_what_the_paths_share_wins(tmp_path: Path) -> None:
    write(tmp_path / "factlint.toml", 'fail-on = "error"')
    write(tmp_path / "a" / "factlint.toml", 'fail-on = "info"')
    write(tmp_path / "a" / "x.txt", "")
    write(tmp_path / "b" / "y.txt", "")
    assert load(None, [str(tmp_path / "a" / "x.txt")]).fail_on == "info"
    assert load(None, [str(tmp_path / "a" / "x.txt"), str(tmp_path / "b")]).fail_on == "error"


def test_a_pyproject_without_a_table_of_ours_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path / "factlint.toml", 'fail-on = "error"')
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "factlint-user"\n')
    assert load(None, [str(tmp_path / "a")]).fail_on == "error"


def test_a_pyproject_table_is_read(tmp_path: Path) -> None:
    file = write(tmp_path / "pyproject.toml", '[tool.factlint]\nselect = ["T1"]\n')
    assert read(file).select == ("T1",)


def test_a_repository_ends_the_search(tmp_path: Path) -> None:
    write(tmp_path / "factlint.toml", 'fail-on = "error"')
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    assert load(None, [str(tmp_path / "repo")]) == Settings()


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    file = write(tmp_path / "deep" / "factlint.toml", 'rules = ["rules"]\nentities = "names.toml"\n')
    settings = read(file)
    assert settings.rules == (str(tmp_path / "deep" / "rules"),)
    assert settings.entities == str(tmp_path / "deep" / "names.toml")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('select = []\nslect = ["T1"]', 2, "unknown setting 'slect'; did you mean 'select'?"),
        ("frobnicate = 1", 1, "unknown setting 'frobnicate'; known: "),
        ('[per-file-ignores]\n"drafts/*" = "T1"', 1, "per-file-ignores: give a list of texts"),
        ("per-file-ignores = []", 1, "per-file-ignores: give a table of patterns"),
        ('\nfail-on = "sometimes"', 2, "fail-on: give one of error, warning, info, never"),
        ('rules = "rules"', 1, "rules: give a list of texts"),
        ("shipped-rules = 1", 1, "shipped-rules: give true or false"),
        ("select = [", 1, "not valid TOML"),
    ],
)
def test_what_is_not_understood_is_said_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    file = write(tmp_path / "factlint.toml", text)
    with pytest.raises(UserError) as caught:
        read(file)
    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_named_file_that_is_missing_or_no_utf8_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such settings file"):
        load(str(tmp_path / "none.toml"), [])
    (tmp_path / "x.toml").write_bytes(b"select = ['\xff']")
    with pytest.raises(UserError, match="save it as UTF-8"):
        load(str(tmp_path / "x.toml"), [])
    write(tmp_path / "pyproject.toml", "[project]\n")
    with pytest.raises(UserError, match=r"no \[tool.factlint\] table"):
        load(str(tmp_path / "pyproject.toml"), [])


def test_all_faults_of_a_file_in_one_run(tmp_path: Path) -> None:
    file = write(tmp_path / "factlint.toml", 'fail-on = "often"\nslect = []\nledger = 1\n')
    with pytest.raises(UserError) as caught:
        read(file)
    assert [line.split(":")[1] for line in str(caught.value).split("\n")] == ["1", "2", "3"]


def test_the_schema_for_editors_says_what_the_loader_says(tmp_path: Path) -> None:
    import tomllib

    from checker import config, config_schema
    from checker.readers.llm import reader

    jsonschema = pytest.importorskip("jsonschema")
    schema = config_schema.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert config_schema.PROPERTIES.keys() == config._KEYS.keys()
    assert config_schema.PROPERTIES["readers"]["properties"]["llm"]["properties"].keys() == reader._WORDS.keys()
    for text, fits in (
        ('rules = ["rules"]\nfail-on = "error"\n[per-file-ignores]\n"drafts/*" = ["T1"]\n', True),
        ("[readers.llm]\nmodel = 'x'\nprice = [0.4, 1.6]\n", True),
        ('fail-on = "often"', False),
        ("slect = []", False),
        ("ledger = 1", False),
        ("per-file-ignores = ['T1']", False),
        ("[readers.llm]\nmodle = 'x'\n", False),
    ):
        assert list(validator.iter_errors(tomllib.loads(text))) is not fits, text
        if "readers" not in text:
            file = write(tmp_path / "factlint.toml", text)
            if fits:
                read(file)
            else:
                with pytest.raises(UserError):
                    read(file)
