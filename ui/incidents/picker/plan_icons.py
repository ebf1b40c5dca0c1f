"""The sign of each kind of incident."""

from __future__ import annotations

_ICONS = {
    "lift-entrapment": "arrow-up-down",
    "fire": "flame",
    "acute-illness": "heart-pulse",
    "power-cut": "zap-off",
    "flooding": "droplets",
    "gas-leak": "wind",
    "theft-robbery": "shield-alert",
    "falling-object": "construction",
    "payment-system-down": "server-off",
    "electric-shock": "plug-zap",
    "planned-power-cut": "calendar-off",
    "water-cut": "droplet-off",
    "intoxicated-or-disturbed": "wine",
    "public-health": "virus",
    "dispute-intrusion": "users-round",
    "storm": "tornado",
    "network-down": "wifi-off",
    "internal-fault": "briefcase",
    "self-harm-or-missing": "user-search",
    "unable-to-pay": "wallet",
    "natural-disaster": "mountain",
    "crowd-complaint": "megaphone",
    "data-leak": "database-zap",
}


def icon_of(code: str) -> str:
    """The icon of a plan; one of the office's own wears the siren."""
    return _ICONS.get(code, "siren")
