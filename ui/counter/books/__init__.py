"""Receipt books at the counter: listed, registered, handed out, taken back, reported."""
