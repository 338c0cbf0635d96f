"""The demo: the real programme, and labelled synthetic people and trainings."""

from mwalimu.demo.build import build
from mwalimu.demo.signins import SIGN_INS

__all__ = ["SIGN_INS", "build"]
