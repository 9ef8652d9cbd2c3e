"""What can go wrong, in words that name the culprit and the cure."""


class KgError(Exception):
    """Any failure that a user can mend; the command line prints it on one line and exits with 1."""


class ReadError(KgError):
    """A file could not be read as articles."""


class ExtractionError(KgError):
    """An article could be read, but what it says could not be taken in."""


class OntologyError(KgError):
    """A Turtle file of the ontology or the gazetteer says something that cannot be followed."""


class GazetteerError(KgError):
    """A file of people and bodies to know says something that cannot be followed."""


class PipelineError(KgError):
    """The spaCy pipeline is missing or does not give what extraction needs."""


class QueryError(KgError):
    """A question is unknown, malformed, or was given the wrong parameters."""


class StoreError(KgError):
    """A graph could not be loaded or saved."""


class ExportError(KgError):
    """A graph could not be written in the format asked for."""


class DecisionsError(KgError):
    """A decisions file cannot be read, or two of its lines contradict each other."""


class ServeError(KgError):
    """The pages cannot be served: a library is missing, the port is taken, a process did not start."""
