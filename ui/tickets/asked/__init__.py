"""What residents say when they are asked after the work, and what a check by staff finds."""
