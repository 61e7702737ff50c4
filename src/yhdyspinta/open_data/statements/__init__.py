"""Rounds in the shape of the national statement service (Lausuntopalvelu.fi): OData entries of Proposals, as Atom.

Known fields: Id, Name, Goals (HTML), Deadline, PublishedOn, OrganizationName, RegisterNumber. Others are passed over.
"""
