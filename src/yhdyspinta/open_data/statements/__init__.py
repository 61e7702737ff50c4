"""Rounds in the shape of the national statement service (Lausuntopalvelu.fi): entries of OData sets, as Atom.

Proposals are known to have Id, Name, Goals (HTML), Deadline, PublishedOn, OrganizationName and RegisterNumber. Of the other
sets only the names are known; the fields that we write and read of them stand in `received.py` and in
`intake/importing/service.py`. `Language` is ours: entries with the same Id and different languages are versions of one
thing. Fields that are not known are passed over. docs/how-to/statement-service.md tells what is known and what assumed.
"""
