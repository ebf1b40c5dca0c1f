"""What was, and what runs: the list of incidents, and what steps took over many of them."""
