"""Who speaks: labels, narrators, questions and what answers them."""
