"""The screen that searches all articles: passages to read, label and go to, and saved searches."""
