"""What belongs to an incident besides its log: people, losses, photos, and the tickets that it raised."""
