"""The whole hall on one machine with simulated devices: by hand in windows, or scripted and headless."""
