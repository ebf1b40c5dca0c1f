"""The track of complaints and fee disputes."""
