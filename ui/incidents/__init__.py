"""The screens of incidents: the running one, the journal, and the lists they need."""
