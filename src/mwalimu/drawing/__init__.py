"""Small accessible SVG, each with its data table. Plain Python."""
