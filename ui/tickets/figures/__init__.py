"""Figures of tickets: promises kept, cases resolved, reopened and liked, as charts beside their tables."""
