"""Cash in a drawer: its notes and coins, and what goes in and out without a receipt."""
