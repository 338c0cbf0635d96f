"""Saying what was measured, each line ok or over its budget."""

from collections.abc import Callable, Iterator
from typing import Any

KB = 1024
BUDGET = {"queries": 12, "ms": 50, "warm": 15 * KB, "cold": 60 * KB}
WIDE = {"board": {"queries": 12, "ms": 150}, "pool": {"queries": 12, "ms": 50}}
ALL_TABLES = {"desk:my_data_download": 60}  # queries: it reads each kind of data
IMPORT_RATIO, GROWTH, ENGINE = 5, 1.5, 100_000


def limits(scale: float, label: str = "") -> dict[str, float]:
    """The budget of a page; at a larger scale it may take 1.5 times as long."""
    queries = ALL_TABLES.get(label.rpartition(" (")[0], BUDGET["queries"])
    slower = 1 if scale <= 1 else GROWTH
    return {**BUDGET, "queries": queries, "ms": BUDGET["ms"] * slower}


def wide_limits(scale: float, label: str) -> dict[str, float]:
    """The budget of a page of the wide board or the large pool; a board may be large."""
    slower = 1 if scale <= 1 else GROWTH
    kind = "board" if label.startswith("board") else "pool"
    return {**WIDE[kind], "ms": WIDE[kind]["ms"] * slower}


def over(row: dict[str, float], allowed: dict[str, float]) -> list[str]:
    """What of a page or figure is over, in words; a document may weigh what it weighs."""
    asked = set(allowed) if row.get("page", True) else {"queries", "ms"}
    return [
        f"{key} {row[key]:g} > {most:g}"
        for key, most in allowed.items()
        if key in asked and key in row and row[key] > most
    ]


def broken(result: dict[str, Any]) -> Iterator[str]:
    """Every line that is over its budget, and every address that was not measured."""
    ratio, speed = result["writing"]["ratio"], result["engine"]
    if ratio > IMPORT_RATIO:
        yield f"import: {ratio:.1f} times a bare insert > {IMPORT_RATIO}"
    if speed < ENGINE:
        yield f"rule engine: {speed:,.0f} a minute < {ENGINE:,}"
    for name, row in {**result["pages"]["lines"], **result["figures"]}.items():
        if wrong := over(row, limits(result["scale"], name)):
            yield f"{name}: {', '.join(wrong)}"
    for name, row in result["wide"].items():
        if wrong := over(row, wide_limits(result["scale"], name)):
            yield f"{name}: {', '.join(wrong)}"
    for name, reason in result["pages"]["unmeasured"].items():
        yield f"{name}: not measured: {reason}"


def verdict(fine: bool) -> str:
    """The last column."""
    return "ok" if fine else "OVER"


def dearest(lines: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Of each page only the line of the reader whom it costs most."""
    found: dict[str, str] = {}
    for label, row in lines.items():
        page = label.rpartition(" (")[0]
        if page not in found or row["ms"] > lines[found[page]]["ms"]:
            found[page] = label
    return {label: lines[label] for label in found.values()}


def print_result(result: dict[str, Any], everything: bool = False) -> None:
    """One table per database; of each page the dearest reader, or everybody."""
    loads = " ".join(f"{load:g}" for load in result["load"])
    print(
        f"\n== {result['database']}, scale {result['scale']:g}; Python {result['python']},"
        f" Django {result['django']}, {result['machine']}, {result['cpus']} CPUs,"
        f" {result['at']}\nload average from step to step: {loads}"
    )
    _print_writing(result["writing"])
    speed = result["engine"]
    print(
        f"rule engine {speed:,.0f} person-standards a minute  {verdict(speed > ENGINE)}"
    )
    pages = result["pages"]["lines"]
    _print_pages(pages if everything else dearest(pages), result["scale"])
    _print_pages(result["wide"], result["scale"], wide_limits)
    for name, reason in result["pages"]["unmeasured"].items():
        print(f"{name:58}NOT MEASURED: {reason}")
    print(f"\n{'figure':58}{'ms':>8}{'CPU ms':>8}")
    allowed = limits(result["scale"])
    for name, row in result["figures"].items():
        fine = not over(row, allowed)
        print(f"{name[:57]:58}{row['ms']:8.1f}{row['cpu']:8.1f}  {verdict(fine)}")


def _print_writing(writing: dict[str, Any]) -> None:
    imported = ", ".join(f"{seconds:.1f}" for seconds in writing["import_s"])
    bare = ", ".join(f"{seconds:.1f}" for seconds in writing["bare_s"])
    ratio = writing["ratio"]
    print(
        f"import of {writing['participations']:,} participations {imported} s; bare bulk"
        f" insert {bare} s; medians {ratio:.1f} to 1 (<= {IMPORT_RATIO})"
        f"  {verdict(ratio <= IMPORT_RATIO)}"
    )


def _print_pages(
    lines: dict[str, dict[str, float]],
    scale: float,
    allowed: Callable[[float, str], dict[str, float]] = limits,
) -> None:
    head = f"{'queries':>8}{'ms':>8}{'CPU ms':>8}{'warm KB':>9}{'cold KB':>9}"
    print(f"\n{'page':58}{head}")
    for name, row in lines.items():
        print(
            f"{name[:57]:58}{row['queries']:8}{row['ms']:8.1f}{row['cpu']:8.1f}"
            f"{row['warm'] / KB:9.1f}{row['cold'] / KB:9.1f}"
            f"  {verdict(not over(row, allowed(scale, name)))}"
        )


def print_growth(small: dict[str, Any], large: dict[str, Any]) -> None:
    """How pages and figures grew from the smaller data set to the larger."""
    head = f"growth to scale {large['scale']:g}, CPU ms"
    print(f"\n{head:58}{'1x':>8}{'now':>8}{'x':>6}")
    before = {**small["pages"]["lines"], **small["figures"]}
    for name, row in {**large["pages"]["lines"], **large["figures"]}.items():
        if name in before:
            old, new = before[name]["cpu"], row["cpu"]
            print(f"{name[:57]:58}{old:8.1f}{new:8.1f}{new / max(old, 0.01):6.1f}")
