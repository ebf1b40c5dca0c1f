"""Papers of incidents, shown before they are printed."""
