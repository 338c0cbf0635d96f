"""Printing what was measured, each line ok or over its budget."""

BUDGET = {"queries": 12, "ms": 50, "warm": 15 * 1024, "cold": 60 * 1024}
IMPORT_RATIO, GROWTH, ENGINE = 5, 1.5, 100_000


def verdict(fine: bool) -> str:
    """The last column."""
    return "ok" if fine else "OVER"


def print_result(result: dict) -> None:
    """One table per database."""
    print(
        f"\n== {result['database']}, scale {result['scale']:g}; Python {result['python']},"
        f" Django {result['django']}, {result['cpus']} CPUs, load {result['load']:.1f},"
        f" {result['at']}"
    )
    writing = result["writing"]
    print(
        f"import of {writing['participations']:,} participations"
        f" {writing['import_s']:.1f} s, bare bulk insert {writing['bare_s']:.1f} s,"
        f" ratio {writing['ratio']:.1f} (<= {IMPORT_RATIO})"
        f"  {verdict(writing['ratio'] <= IMPORT_RATIO)}"
    )
    speed = result["engine_per_minute"]
    print(
        f"rule engine {speed:,.0f} person-standards a minute  {verdict(speed > ENGINE)}"
    )
    factor = 1 if result["scale"] <= 1 else GROWTH
    print(f"\n{'page':58}{'queries':>8}{'ms':>8}{'warm KB':>9}{'cold KB':>9}")
    for name, row in result["pages"].items():
        limits = {**BUDGET, "ms": BUDGET["ms"] * factor}
        fine = row["status"] == 200 and all(row[key] <= limits[key] for key in limits)
        print(
            f"{name[:57]:58}{row['queries']:8}{row['ms']:8.1f}{row['warm'] / 1024:9.1f}"
            f"{row['cold'] / 1024:9.1f}  {verdict(fine)}"
        )
    print(f"\n{'figure':58}{'ms':>8}")
    for name, ms in result["figures"].items():
        print(f"{name[:57]:58}{ms:8.1f}  {verdict(ms <= BUDGET['ms'] * factor)}")


def compare(small: dict, large: dict) -> None:
    """How pages and figures grew from the smaller to the larger data set.

    Growth counts against the budget: fine is what stays within 1.5 times 50 ms, or
    within 1.5 times its own time.
    """
    print(
        f"\n{'growth to scale ' + format(large['scale'], 'g'):58}{'1x ms':>8}{'ms':>8}{'x':>6}"
    )
    before = {name: row["ms"] for name, row in small["pages"].items()} | small[
        "figures"
    ]
    after = {name: row["ms"] for name, row in large["pages"].items()} | large["figures"]
    for name, ms in after.items():
        if name in before:
            growth = ms / before[name]
            fine = growth <= GROWTH or ms <= BUDGET["ms"]
            print(
                f"{name[:57]:58}{before[name]:8.1f}{ms:8.1f}{growth:6.2f}  {verdict(fine)}"
            )
