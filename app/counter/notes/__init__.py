"""Notes on a unit that the counter must see: a dispute, a plan, do not accept a part."""
