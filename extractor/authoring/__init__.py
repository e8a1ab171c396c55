"""For those who write rules: check them, try them, explain what they did, and compare what they change."""
