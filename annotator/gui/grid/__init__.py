"""The sentiment grid below the article: who shows which attitude towards whom."""
