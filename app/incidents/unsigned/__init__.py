"""What an incident needs before anybody has signed in: plans and numbers in a file, and a log beside it."""
