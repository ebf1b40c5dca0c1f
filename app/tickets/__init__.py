"""Tickets: repairs, complaints, suggestions, enquiries, tasks and fee disputes, from the call to the closed case."""
