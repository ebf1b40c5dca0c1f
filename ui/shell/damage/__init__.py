"""What the window does when the data is damaged: says it calmly, offers the way back, and what is entered again."""
