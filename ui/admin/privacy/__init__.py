"""Personal data on the page beside the tabs: whose is held, shown to them, corrected, and removed."""
