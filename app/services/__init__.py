"""The services of all rooms by name, a file for each room; a file knows those of the rooms above it in the house."""
