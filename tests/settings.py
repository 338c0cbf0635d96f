"""The settings of the tests: those of an instance whose home is thrown away."""

import atexit
import os
import shutil
import tempfile

HOME_OF_TESTS = tempfile.mkdtemp(prefix="mwalimu-tests-")
atexit.register(shutil.rmtree, HOME_OF_TESTS, ignore_errors=True)
os.environ["MWALIMU_HOME"] = HOME_OF_TESTS
os.environ.setdefault("DATABASE_URL", "")
for folder in ("static", "files"):
    os.mkdir(os.path.join(HOME_OF_TESTS, folder))

from mwalimu.config.settings import *  # noqa: E402, F403
