"""What a region pack is made of: facts, sites, questions; nothing of the screen."""
