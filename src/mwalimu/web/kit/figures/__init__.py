"""The figures page, for every face that shows figures."""

from mwalimu.web.kit.figures.asking import Asked, asked_in
from mwalimu.web.kit.figures.pages import Face, figures_page, rows_page

__all__ = ["Asked", "Face", "asked_in", "figures_page", "rows_page"]
