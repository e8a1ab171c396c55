"""What the commands of `cli.py` share: options, commands loaded on demand, and how answers and articles are shown."""
