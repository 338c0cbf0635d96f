"""`python -m tests`: every test on SQLite, then every database test on PostgreSQL.

Arguments are passed to pytest: `python -m tests tests/trainings -k verify`.
"""

import os
import subprocess
import sys

from tests.postgres import postgresql


def run(arguments: list[str], **environment: str) -> int:
    """One pytest run; its exit code. Exit code 5 (nothing collected) counts as 0."""
    command = [sys.executable, "-m", "pytest", "-n", "auto", *arguments]
    code = subprocess.run(
        command, env={**os.environ, **environment}, check=False
    ).returncode
    return 0 if code == 5 else code


def main(arguments: list[str]) -> int:
    """Both runs; the first failing exit code."""
    print("== SQLite", flush=True)
    code = run(arguments, DATABASE_URL="")
    with postgresql() as url:
        if not url:
            print("PostgreSQL: skipped, no server at localhost:5432 and no initdb on this"
                  " machine. Install it: apt-get install postgresql")  # fmt: skip
            return code
        print("== PostgreSQL", flush=True)
        return code or run(arguments, DATABASE_URL=url, MWALIMU_TEST_PASS="second")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
