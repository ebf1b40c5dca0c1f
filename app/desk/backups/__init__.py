"""Copies of the whole office: made by themselves, proven, kept in rotation, looked into, and put back."""
