"""The commands by what they are about, and what they share: options, loading on demand, how answers and articles are
shown."""
