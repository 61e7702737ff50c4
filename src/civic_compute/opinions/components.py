"""The two directions in which opinions differ most, and where participants and statements lie in them."""

from dataclasses import dataclass

import numpy as np

from civic_compute.opinions.eigen import leading
from civic_compute.opinions.matrix import Matrix, centred, means
from civic_compute.opinions.model import Conversation, Floats

AXES = 2


@dataclass(frozen=True, eq=False)
class Components:
    """Principal components of the votes, missing votes replaced by the statement's mean.

    A component is a unit vector with its largest entry positive; a zero vector where opinions do not differ in so many
    directions. `singular_values` are those of the centred matrix.
    """

    centre: Floats  # (statements,) mean vote; 0 for a statement moderated out
    components: Floats  # (2, statements)
    singular_values: Floats  # (2,)


def components_of(matrix: Matrix) -> Components:
    """The first two components, from passes over the votes alone (the centred matrix is as sparse as the votes)."""
    centre = means(matrix)
    values = centred(matrix, centre)

    def apply(vector: Floats) -> Floats:
        sums = matrix.squared((values * vector[:, None]).ravel())
        image: Floats = (sums.reshape(-1, 3) * values).sum(axis=1)
        return image

    eigenvalues, vectors = leading(apply, matrix.statements, AXES)
    return Components(centre, vectors, np.sqrt(eigenvalues))


def projections(matrix: Matrix, found: Components) -> Floats:
    """(participants, 2) Where each participant lies: sqrt(n / max(1, s)) * sum over seen of (vote - mean) * component."""
    values = centred(matrix, found.centre)
    stretch = np.sqrt(matrix.statements / np.maximum(1, seen_by_each(matrix.conversation)))
    sums = [matrix.row_sums((values * axis[:, None]).ravel()) for axis in found.components]
    return np.stack(sums, axis=1) * stretch[:, None]


def seen_by_each(conversation: Conversation) -> Floats:
    """(participants,) Entries that are not missing, where a statement moderated out counts as seen by everybody."""
    out = conversation.moderated_out
    seen = np.diff(conversation.starts).astype(np.float64)
    if out.any():
        hidden = np.concatenate(([0], np.cumsum(out[conversation.columns], dtype=np.int64)))
        seen -= hidden[conversation.starts[1:]] - hidden[conversation.starts[:-1]]
    return seen + int(out.sum())


def statement_positions(conversation: Conversation, found: Components) -> Floats:
    """(statements, 2) Where a participant would lie who had only agreed with the statement."""
    agreed = np.where(conversation.moderated_out, 0.0, 1.0 - found.centre)
    positions: Floats = np.sqrt(len(conversation.statements)) * (agreed * found.components).T
    return positions


def extremities(positions: Floats) -> Floats:
    """(statements,) How far from the middle each statement lies."""
    return np.sqrt(positions[:, 0] ** 2 + positions[:, 1] ** 2)
