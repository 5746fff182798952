"""The page as it looks, against the picture in reports/ (drawn anew by python -m tests.screenshot, and looked at).

Compared coarsely: what is dark or light where; and only where letters are as wide as on the machine that drew the picture.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.reports_html.test_browser import CHROMIUM, browser  # noqa: F401  # a fixture

image = pytest.importorskip("PIL.Image", reason="needs Pillow")
from tests.screenshot import drawn, fonts  # noqa: E402  # needs Pillow too

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs Chromium (apt-get install chromium)")

REPORTS = Path(__file__).parent.parent.parent / "reports"
GRID = (40, 29)  # cells of 30 pixels
CLOSE = 4.0  # levels of grey, of 255, that cells differ on average


def coarse(picture: bytes) -> list[int]:
    """The grey of each cell."""
    return list(image.open(io.BytesIO(picture)).convert("L").resize(GRID, image.Resampling.BOX).tobytes())


def apart(one: bytes, other: bytes) -> float:
    """How far two pictures differ, in levels of grey."""
    pairs = list(zip(coarse(one), coarse(other), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


@pytest.fixture
def reference(browser: Any) -> bytes:  # noqa: F811
    picture = REPORTS / "seeds.png"
    if image.open(picture).text.get("fonts") != fonts(browser):
        pytest.skip("the fonts here are not those of the picture in reports/")
    return picture.read_bytes()


def test_the_page_looks_as_it_was_last_looked_at(browser: Any, reference: bytes) -> None:  # noqa: F811
    page = (REPORTS / "seeds.html").read_text(encoding="utf-8")
    assert apart(drawn(browser, page), reference) < CLOSE


@pytest.mark.parametrize(
    ("old", "new"), [("<style>", "<style>body{padding-top:70px}"), ("<style>", "<style>table{display:none}")]
)
def test_a_layout_that_moved_is_seen(browser: Any, reference: bytes, old: str, new: str) -> None:  # noqa: F811
    page = (REPORTS / "seeds.html").read_text(encoding="utf-8")
    broken = page.replace(old, new, 1).replace("Content-Security-Policy", "X-None", 1)  # or it would not take the style
    assert apart(drawn(browser, broken), reference) > CLOSE
