"""What the office holds of a person: shown, handed out, corrected, and forgotten when no duty keeps it."""
