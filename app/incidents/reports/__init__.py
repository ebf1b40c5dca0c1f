"""What is written afterwards: the report, the review, and what runs and drills teach about a plan."""
