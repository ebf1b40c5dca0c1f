"""The rhythm of an office day, ticked."""
