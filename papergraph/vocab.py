"""The only file that spells an IRI: prefixes, classes and properties of the graph.

A test compares the ``PG_*`` part with ``ontology/papergraph.ttl``, both ways.
"""

from typing import Final

BASE: Final = "https://w3id.org/papergraph/"
PG: Final = "https://w3id.org/papergraph/ontology#"
DCTERMS: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
SCHEMA: Final = "https://schema.org/"
FABIO: Final = "http://purl.org/spar/fabio/"
MLS: Final = "http://www.w3.org/ns/mls#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
VOID: Final = "http://rdfs.org/ns/void#"
SHACL: Final = "http://www.w3.org/ns/shacl#"

#: Prefixes that do not depend on the data base. ``prefixes()`` adds those that do.
_FIXED_PREFIXES: Final = {
    "pg": PG,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "skos": SKOS,
    "prov": PROV,
    "oa": OA,
    "schema": SCHEMA,
    "fabio": FABIO,
    "mls": MLS,
    "xsd": XSD,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "void": VOID,
}

#: The folders below the data base; each is a prefix of the same name.
DATA_FOLDERS: Final = ("author", "concept", "digest", "graph", "paper", "rule")


def prefixes(base: str = BASE) -> dict[str, str]:
    """Return every prefix that queries and exports bind, those of the data base ``base`` included."""
    return {**_FIXED_PREFIXES, **{folder: f"{base}{folder}/" for folder in DATA_FOLDERS}}


# Classes of our own
PG_DIGEST: Final = PG + "Digest"
PG_LISTING: Final = PG + "Listing"
PG_SECTION: Final = PG + "Section"
PG_PAPER: Final = PG + "Paper"
PG_AUTHOR: Final = PG + "Author"
PG_CONCEPT: Final = PG + "Concept"
PG_METHOD: Final = PG + "Method"
PG_MODEL: Final = PG + "Model"
PG_DATASET: Final = PG + "Dataset"
PG_BENCHMARK: Final = PG + "Benchmark"
PG_TASK: Final = PG + "Task"
PG_METRIC: Final = PG + "Metric"
PG_MENTION: Final = PG + "Mention"
PG_RESULT: Final = PG + "Result"
PG_LINK: Final = PG + "Link"
PG_ROLE: Final = PG + "Role"
PG_RESULT_KIND: Final = PG + "ResultKind"

# Individuals of our own
PG_INTRODUCES_ROLE: Final = PG + "Introduces"
PG_USES_ROLE: Final = PG + "Uses"
PG_EVALUATES_ON_ROLE: Final = PG + "EvaluatesOn"
PG_COMPARES_WITH_ROLE: Final = PG + "ComparesWith"
PG_MENTIONS_ROLE: Final = PG + "Mentions"
PG_ABSOLUTE: Final = PG + "Absolute"
PG_GAIN: Final = PG + "Gain"
PG_RATIO: Final = PG + "Ratio"

# Properties of our own
PG_PAPER_OF: Final = PG + "paper"
PG_VOTES: Final = PG + "votes"
PG_RANK: Final = PG + "rank"
PG_CONTENT_HASH: Final = PG + "contentHash"
PG_POSITION: Final = PG + "position"
PG_TEXT: Final = PG + "text"
PG_TEXT_HASH: Final = PG + "textHash"
PG_AUTHORS_INCOMPLETE: Final = PG + "authorsIncomplete"
PG_SUPPORT: Final = PG + "support"
PG_MENTION_OF: Final = PG + "mentionOf"
PG_IN_SECTION: Final = PG + "inSection"
PG_ROLE_OF: Final = PG + "role"
PG_SYSTEM: Final = PG + "system"
PG_METRIC_OF: Final = PG + "metric"
PG_DATASET_OF: Final = PG + "dataset"
PG_BASELINE: Final = PG + "baseline"
PG_VALUE: Final = PG + "value"
PG_VALUE_MIN: Final = PG + "valueMin"
PG_VALUE_MAX: Final = PG + "valueMax"
PG_FROM: Final = PG + "from"
PG_UNIT: Final = PG + "unit"
PG_KIND: Final = PG + "kind"
PG_RAW_VALUE: Final = PG + "rawValue"
PG_MENTIONS: Final = PG + "mentions"
PG_INTRODUCES: Final = PG + "introduces"
PG_USES: Final = PG + "uses"
PG_COMPARES_WITH: Final = PG + "comparesWith"
PG_EVALUATES_ON: Final = PG + "evaluatesOn"
PG_REPORTS: Final = PG + "reports"
PG_CO_AUTHOR_OF: Final = PG + "coAuthorOf"
PG_SHARES_METHOD_WITH: Final = PG + "sharesMethodWith"
PG_SHARES_DATASET_WITH: Final = PG + "sharesDatasetWith"
PG_BETWEEN: Final = PG + "between"
PG_WEIGHT: Final = PG + "weight"
PG_VIA: Final = PG + "via"

# What we take from others
RDF_TYPE: Final = RDF + "type"
RDFS_SEE_ALSO: Final = RDFS + "seeAlso"
DCTERMS_TITLE: Final = DCTERMS + "title"
DCTERMS_ALTERNATIVE: Final = DCTERMS + "alternative"
DCTERMS_CREATOR: Final = DCTERMS + "creator"
DCTERMS_DATE: Final = DCTERMS + "date"
DCTERMS_IS_PART_OF: Final = DCTERMS + "isPartOf"
FOAF_PERSON: Final = FOAF + "Person"
FOAF_NAME: Final = FOAF + "name"
SKOS_CONCEPT: Final = SKOS + "Concept"
SKOS_PREF_LABEL: Final = SKOS + "prefLabel"
SKOS_ALT_LABEL: Final = SKOS + "altLabel"
SKOS_BROADER: Final = SKOS + "broader"
OA_START: Final = OA + "start"
OA_END: Final = OA + "end"
PROV_WAS_GENERATED_BY: Final = PROV + "wasGeneratedBy"
FABIO_ARXIV_ID: Final = FABIO + "hasArXivId"
XSD_INTEGER: Final = XSD + "integer"
XSD_DECIMAL: Final = XSD + "decimal"
XSD_DATE: Final = XSD + "date"
XSD_BOOLEAN: Final = XSD + "boolean"

# Names of file formats for networks
GEXF: Final = "http://gexf.net/1.3"
GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"

# Names of ours outside the graph
STORE_VARIABLE: Final = "PAPERGRAPH_STORE"
DEFAULT_STORE: Final = "papergraph.store"
