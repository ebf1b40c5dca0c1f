"""What an office made of its tickets: promises kept, cases resolved, reopened and liked, by kind, worker and month."""
