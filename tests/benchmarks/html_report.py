"""How fast a large page is: ``python -m tests.benchmarks.html_report [FINDINGS]`` (5,000). Needs Chromium and playwright."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from checker.reports import render
from tests.reports_html.made import many
from tests.reports_html.test_browser import CHROMIUM, FLAGS


def main() -> None:
    """Make, open and filter the page; print seconds, and the megabytes of the page and of the script's heap."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    report = many(size)
    start = time.perf_counter()
    page_text = render(report, "html")
    print(f"{size} findings: made in {time.perf_counter() - start:.2f} s, {len(page_text.encode()) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder, "report.html")
        file.write_text(page_text, encoding="utf-8")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for number in range(3):
            page = browser.new_page()
            start = time.perf_counter()
            page.goto(file.as_uri())
            page.wait_for_selector("html[data-ready]", state="attached")
            opened = time.perf_counter() - start
            start = time.perf_counter()
            page.fill("input[type=search]", "company 0777")
            page.get_by_text(" of 5,000 findings" if size == 5000 else " findings").first.wait_for()
            heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
            print(
                f"run {number + 1}: open {opened:.2f} s, filter {time.perf_counter() - start:.2f} s, heap {heap:.0f} MB"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
