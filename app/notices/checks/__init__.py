"""What no notice may say, whoever writes it, and what it may not leave out."""
