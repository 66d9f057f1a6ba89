"""Lighthouse: 100 for accessibility, best practices and search engines; 98 for performance on a phone.

PERF_RUNS sets of how many runs on a phone the median is taken; the desktop is looked at once.
"""

import json
import os
import subprocess
from statistics import median

from audit import machine, tables
from audit.subject import Site

NEEDS = (machine.NODE,)
PAGES = ("home", "claim", "case", "explore", "lesson")
FULL = ("accessibility", "best-practices", "seo")
LEAST = 98
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
FIGURES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
HEADS = ("page", "on", "runs", "perf", "a11y", "best", "seo", "FCP ms", "LCP ms", "TBT ms", "CLS", "bytes")


def run(site: Site) -> bool:
    rows, faults = [], []
    for page, path in site.chosen(*PAGES).items():
        for device, runs in (("phone", int(os.environ.get("PERF_RUNS", "5"))), ("desktop", 1)):
            reports = [look(site.address + path, device) for _ in range(runs)]
            rows.append((page, device, runs, *row(reports)))
            faults += [f"{page}, {device}: {fault}" for fault in found(reports, device)]
    tables.show(HEADS, rows)
    print("".join(f"{fault}\n" for fault in faults))
    return not faults


def look(address: str, device: str) -> dict:
    """One run; its report."""
    program = str(machine.MODULES / ".bin/lighthouse")
    preset = ["--preset=desktop"] if device == "desktop" else []
    command = [program, address, *preset, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise machine.Missing(f"Lighthouse failed on {address}: {ended.stderr.strip()[-400:]}")
    return json.loads(ended.stdout)


def score(reports: list[dict], category: str) -> int:
    """The median of performance, which varies; of all else the worst."""
    scores = [round(100 * (report["categories"][category]["score"] or 0)) for report in reports]
    return int(median(scores)) if category == "performance" else min(scores)


def row(reports: list[dict]) -> list[object]:
    times = [median(report["audits"][figure]["numericValue"] for report in reports) for figure in FIGURES]
    size = reports[0]["audits"]["total-byte-weight"]["numericValue"]
    scores = [score(reports, category) for category in ("performance", *FULL)]
    return [*scores, *(round(each) for each in times[:3]), f"{times[3]:.3f}", round(size)]


def found(reports: list[dict], device: str) -> list[str]:
    """What was missed, with the audits that cost it."""
    performance = score(reports, "performance")
    faults = [f"performance {performance}"] if device == "phone" and performance < LEAST else []
    for category in FULL:
        if score(reports, category) < 100:
            worst = min(reports, key=lambda report: report["categories"][category]["score"] or 0)
            named = [each["id"] for each in worst["categories"][category]["auditRefs"] if each["weight"]]
            lost = [name for name in named if worst["audits"][name]["score"] not in (1, None)]
            faults.append(f"{category} {score(reports, category)}: {', '.join(lost)}")
    return faults
