"""Cash in the drawer: counted by its pieces, put in, taken out."""
