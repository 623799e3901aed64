"""Everything scanned: from a camera or a hand scanner, through one gate, to one classifier."""

from hardware.scanning.citizen_card import CitizenCard
from hardware.scanning.classify import (
    Appointment,
    DossierCode,
    Refused,
    Scanned,
    ScanRules,
    TicketLink,
    Unknown,
    understand,
)
from hardware.scanning.hand_scanner import HandScanner

__all__ = [
    "Appointment",
    "CitizenCard",
    "DossierCode",
    "HandScanner",
    "Refused",
    "ScanRules",
    "Scanned",
    "TicketLink",
    "Unknown",
    "understand",
]
