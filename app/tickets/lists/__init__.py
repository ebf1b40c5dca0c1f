"""Tickets as screens, sheets and papers list them: filtered, searched, counted, and one whole."""
