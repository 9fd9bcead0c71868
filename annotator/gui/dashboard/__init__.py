"""The dashboard: a project in numbers, and the cases behind each of them."""
