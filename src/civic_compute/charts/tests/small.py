"""Small invented inputs of each family."""

import io

from civic_compute.budgeting.model import Election
from civic_compute.budgeting.pabulib import read_election
from civic_compute.opinions.mapping import OpinionMap, map_conversation
from civic_compute.opinions.reading import read_conversation
from civic_compute.reading import Source, read_stream
from civic_compute.sortition.model import Pool
from civic_compute.sortition.reading import read_pool


def source(text: str, name: str) -> Source:
    return read_stream(io.BytesIO(text.encode()), name=name)


def election() -> Election:
    return read_election(
        source(
            "META\nkey;value\nvote_type;approval\nbudget;100\nnum_projects;3\nnum_votes;5\nrule;greedy\n"
            "PROJECTS\nproject_id;cost;name\na;30;Park\nb;40;Library\nc;60;Road\n"
            "VOTES\nvoter_id;vote\n1;a,b\n2;a,c\n3;b,c\n4;a\n5;c\n",
            "small.pb",
        )
    )


def opinion_map() -> OpinionMap:
    rows = [f"{p},{s},{1 if (p % 2) == (s % 2) else -1},{p * 10 + s}" for p in range(20) for s in range(8)]
    return map_conversation(
        read_conversation(source("voter-id,comment-id,vote,timestamp\n" + "\n".join(rows), "votes.csv"))
    )


def pool() -> Pool:
    people = "".join(f"p{n:02},{'Yes' if n % 3 else 'No'},{'young' if n % 2 else 'old'}\n" for n in range(30))
    quotas = "category,feature,min,max\nSpeaks,Yes,3,4\nSpeaks,No,2,3\nAge,young,3,3\nAge,old,3,3\n"
    return read_pool(source(f"id,speaks,age\n{people}", "people.csv"), source(quotas, "quotas.csv"), size=6)
