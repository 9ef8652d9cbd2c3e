"""Pages for people: each a function from a graph and the parameters of a request to HTML."""
