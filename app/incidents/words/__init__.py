"""What plans and logs are called, in Chinese and in English: one place for the screen and for the papers."""
