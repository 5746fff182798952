"""The page in a browser: Debian's Chromium, driven by Playwright. CHROMIUM names another one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.reports import render
from tests.reports_html.made import many, report

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs Chromium (apt-get install chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _written(tmp_path_factory.mktemp("page"), render(report(), "html"))


def _written(folder: Path, page: str) -> str:
    (folder / "report.html").write_text(page, encoding="utf-8")
    return (folder / "report.html").as_uri()


def _opened(browser: Any, address: str, **options: Any) -> Any:
    page = browser.new_context(**options).new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def test_search_and_filter_leave_what_matches_and_the_address_keeps_them(browser: Any, address: str) -> None:
    page = _opened(browser, address)
    assert page.locator("article").count() == 4
    page.fill("input[type=search]", "over £90m")
    page.get_by_text("1 of 4 findings").wait_for()
    assert "Mill" in page.inner_text("article h3")
    again = _opened(browser, page.url)
    assert again.locator("article").count() == 1
    again.get_by_role("button", name="Clear", exact=True).click()
    again.get_by_label("Verdict").select_option("agreement")
    assert again.locator("article").count() == 1
    assert "verdict=agreement" in again.url


def test_a_permanent_link_leads_to_its_finding(browser: Any, address: str) -> None:
    page = _opened(browser, f"{address}#f-000000000000003")
    assert page.evaluate("document.activeElement.id") == "f-000000000000003"


def test_a_cell_opens_on_its_sentence_with_the_words_marked(browser: Any, address: str) -> None:
    page = _opened(browser, address)
    cell = page.locator("details.said", has_text="Senior Director of Looms").first
    assert not cell.locator("blockquote").is_visible()
    cell.locator("summary").click()
    assert cell.locator("mark").inner_text() == "Senior"


def test_keys_go_from_finding_to_finding(browser: Any, address: str) -> None:
    page = _opened(browser, address)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == page.locator("article").nth(1).get_attribute("id")


def test_it_reads_without_scripts(browser: Any, tmp_path: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(_written(tmp_path, render(many(150), "html")))
    assert page.locator("article").count() == 150


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_accessible_in_both_themes_and_fits(browser: Any, address: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    page = _opened(browser, address, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    found = axe.Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_theme_is_switched(browser: Any, address: str) -> None:
    page = _opened(browser, address, color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_nothing_in_a_quote_runs(browser: Any, tmp_path: Path) -> None:
    quote = (
        "Ada <img src=x onerror='window.hit=1'><script>window.hit=1</script> was Senior Director of Looms </noscript>"
    )
    page = _opened(browser, _written(tmp_path, render(report(quote), "html")))
    assert page.evaluate("window.hit === undefined && document.images.length === 0")


def test_it_prints(browser: Any, address: str) -> None:
    page = _opened(browser, address)
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_findings_of_later_pages_are_found(browser: Any, tmp_path: Path) -> None:
    page = _opened(browser, _written(tmp_path, render(many(400), "html")))
    assert page.locator("article").count() == 50
    page.get_by_role("button", name="Next →").first.click()
    assert "page 2 of 8" in page.inner_text(".tally")
    last = page.evaluate("JSON.parse(document.getElementById('data').textContent).findings.at(-1)[0]")
    page.evaluate(f"location.hash = '#{last}'")
    page.locator(f"#{last}:focus").wait_for()
