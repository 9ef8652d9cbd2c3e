"""One small neural network that reads a paragraph, as an ordinary part of a spaCy pipeline."""
