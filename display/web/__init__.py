"""The gateway: phones and browsers see their place in the hall through it, never the hub. No Qt here."""
