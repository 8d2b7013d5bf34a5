module example.org/embedding
