"""Pictures of every screen of the kiosk, without a hub."""
