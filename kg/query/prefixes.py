"""The short names of the vocabularies that a graph uses: known to every query and written into every file."""

KG = "https://kg.example/ontology#"

#: Prefix -> namespace. The data's own (`ent` and so on) are those of the default base IRI.
PREFIXES = {
    "act": "https://kg.example/action/",
    "article": "https://kg.example/article/",
    "dct": "http://purl.org/dc/terms/",
    "ent": "https://kg.example/entity/",
    "ev": "https://kg.example/event/",
    "kg": KG,
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "passage": "https://kg.example/passage/",
    "prov": "http://www.w3.org/ns/prov#",
    "quote": "https://kg.example/quote/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "st": "https://kg.example/statement/",
    "time": "https://kg.example/time/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def shortened(iri: str) -> str:
    """The IRI as people read it: `ent:AdaHale`, or in full where no prefix fits."""
    fitting = [prefix for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)]
    if not fitting:
        return iri
    longest = max(fitting, key=lambda prefix: len(PREFIXES[prefix]))
    return f"{longest}:{iri[len(PREFIXES[longest]) :]}"
