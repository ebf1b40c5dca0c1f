"""The same screens without a password: plans, duty numbers and the running list, and no resident."""
