"""The picture in the README: ``python -m tests.screenshot`` draws reports/seeds.png from reports/seeds.html.

It needs Chromium and playwright. Unlike the page it is made from, its bytes depend on the fonts and browser at hand.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.reports_html.test_browser import CHROMIUM, FLAGS

REPORTS = Path(__file__).parent.parent / "reports"


def main() -> None:
    """Draw the top of the page, in the light theme."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(viewport={"width": 1200, "height": 860}, color_scheme="light").new_page()
        page.goto((REPORTS / "seeds.html").as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        page.screenshot(path=REPORTS / "seeds.png")
        browser.close()


if __name__ == "__main__":
    main()
