"""The picture in the README: ``python -m tests.screenshot`` draws reports/seeds.png from reports/seeds.html.

It needs Chromium and playwright. Unlike the page it is made from, its bytes depend on the fonts and browser at hand.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright

from tests.reports_html.test_browser import CHROMIUM, FLAGS

_PROBE = "Sources contradict each other on 3 points: $72.3B v $7.5B"
_FAMILIES = ("system-ui, sans-serif", "serif", "monospace")
REPORTS = Path(__file__).parent.parent / "reports"


def drawn(browser: Any, html: str) -> bytes:
    """The top of a page, in the light theme, as PNG."""
    page = browser.new_context(viewport={"width": 1200, "height": 860}, color_scheme="light").new_page()
    page.set_content(html)
    page.wait_for_selector("html[data-ready]", state="attached")
    picture: bytes = page.screenshot()
    page.close()
    return picture


def fonts(browser: Any) -> str:
    """The widths of a text in the fonts that the page asks for: equal where two machines draw letters alike."""
    page = browser.new_page()
    page.set_content("".join(f"<p><span style='font-family:{f}'>{_PROBE}</span></p>" for f in _FAMILIES))
    widths = page.eval_on_selector_all("span", "all => all.map(e => e.getBoundingClientRect().width.toFixed(2))")
    page.close()
    return " ".join(widths)


def main() -> None:
    """Draw the report on the seeds; the fonts are noted in the picture."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        picture = Image.open(io.BytesIO(drawn(browser, (REPORTS / "seeds.html").read_text(encoding="utf-8"))))
        noted = PngInfo()
        noted.add_text("fonts", fonts(browser))
        picture.save(REPORTS / "seeds.png", pnginfo=noted, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
