"""Who commands, who does what, and who tells whom when something happens."""
