"""Reads a drawing back: its shapes as numbers, as a browser would place them."""

from xml.etree import ElementTree

SPACE = "{http://www.w3.org/2000/svg}"


def tree(drawing):
    return ElementTree.fromstring(drawing.svg)


def shapes(drawing, name, look=None):
    """All elements of a name, with that class if given."""
    return [
        each
        for each in tree(drawing).iter(SPACE + name)
        if look is None or look in each.get("class", "").split()
    ]


def size(text):
    """`12.5%` and `3em` as numbers."""
    return float(text.rstrip("%em"))


def texts(drawing):
    return [each.text for each in shapes(drawing, "text")]


def off_canvas(drawing):
    """Rectangles and texts that leave the picture, with a hundredth of tolerance."""
    height = size(tree(drawing).get("height"))
    out = []
    for box in shapes(drawing, "rect"):
        x, y, high = (size(box.get(key)) for key in ("x", "y", "height"))
        wide = size(box.get("width")) if box.get("width").endswith("%") else 0
        if x < 0 or y < -0.01 or x + wide > 100.02 or y + high > height + 0.02:
            out.append(box.attrib)
    for text in shapes(drawing, "text"):
        if not 0 <= size(text.get("x")) <= 100.01:
            out.append(text.attrib)
        if not 0 <= size(text.get("y")) <= height:
            out.append(text.attrib)
    return out
