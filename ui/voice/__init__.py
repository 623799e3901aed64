"""The voice of the hall: what is said, its clips, and the loudspeaker (only ``speaker`` knows Qt)."""
