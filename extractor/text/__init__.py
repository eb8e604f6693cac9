"""Raw article text to clean text: characters, furniture, dateline."""
