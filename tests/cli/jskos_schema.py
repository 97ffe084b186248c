# SPDX-License-Identifier: GPL-3.0-or-later
"""What JSKOS 0.7.1 demands of concordances and mappings, as far as exports use it: a JSON schema.

Fields that JSKOS does not know must begin with an underscore, so that a misspelt one is found."""
import jsonschema

SKOS = "http://www.w3.org/2004/02/skos/core#"
IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
TEXT = {"type": "string", "minLength": 1}
DATE = {"type": "string", "pattern": r"^\d{4}-[01]\d-[0-3]\d(T[0-2]\d:[0-5]\d:[0-5]\dZ)?$"}
LIST = {"type": "array", "items": TEXT, "minItems": 1}
TAG = r"^[a-z]{2,3}(-[a-z0-9]+)*$"


def language_map(value):
    return {"type": "object", "patternProperties": {TAG: value}, "additionalProperties": False}


def a_set(kind):
    return {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}


def an_object(fields, required=()):
    return {
        "type": "object",
        "properties": fields,
        "patternProperties": {"^_": {}},
        "additionalProperties": False,
        "required": list(required),
    }


RESOURCE = {
    "@context": {"const": "https://gbv.github.io/jskos/context.json"},
    "uri": IRI,
    "identifier": LIST,
    "created": DATE,
    "modified": DATE,
    "creator": a_set("named"),
    "source": a_set("named"),
}
ITEM = {
    **RESOURCE,
    "notation": LIST,
    "prefLabel": language_map(TEXT),
    "note": language_map(LIST),
    "startDate": DATE,
}
ONE_OF = ["mappingRelation", "closeMatch", "exactMatch", "broadMatch", "narrowMatch", "relatedMatch"]
DEFINITIONS = {
    "named": an_object({"uri": IRI, "prefLabel": language_map(TEXT)}),
    "scheme": an_object(ITEM, ["uri"]),
    "concept": an_object({**ITEM, "inScheme": a_set("scheme")}, ["uri"]),
    "bundle": an_object({"memberSet": a_set("concept")}, ["memberSet"]),
    "mapping": an_object(
        {
            **ITEM,
            "type": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"enum": [SKOS + name for name in ONE_OF]}},
            "from": {"$ref": "#/$defs/bundle"},
            "to": {"$ref": "#/$defs/bundle"},
            "fromScheme": {"$ref": "#/$defs/scheme"},
            "toScheme": {"$ref": "#/$defs/scheme"},
            "mappingRelevance": {"type": "number", "minimum": 0, "maximum": 1},
            "justification": IRI,
        },
        ["from", "to", "type"],
    ),
    "concordance": an_object(
        {
            **ITEM,
            "type": {"const": ["http://rdf-vocabulary.ddialliance.org/xkos#Correspondence"]},
            "fromScheme": {"$ref": "#/$defs/scheme"},
            "toScheme": {"$ref": "#/$defs/scheme"},
            "mappings": a_set("mapping"),
            "license": a_set("named"),
        },
        ["type", "fromScheme", "toScheme", "mappings"],
    ),
}


def validate(kind, value):
    """Raises jsonschema.ValidationError where a value is no such thing."""
    jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": DEFINITIONS}).validate(value)
