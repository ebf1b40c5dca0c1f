"""Finding a unit: the box, the hits, the scanner and the empty counter."""
