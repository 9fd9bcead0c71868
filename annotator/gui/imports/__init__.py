"""What files hold, shown before it comes in."""
