create schema signing;

-- Every version as it was submitted, and what became of it; nobody signs what he drafted (articles 29, 32). One table for
-- every paper that is drafted by one and signed by another: what differs is the text, kept by the fields of its form.
create table signing.draft (
    petition text not null references casefile.petition (id),
    paper text not null,
    version integer not null check (version >= 1),
    drafted_by text not null,
    drafted_at timestamptz not null,
    typed jsonb not null check (char_length(typed::text) <= 1000000),
    decision text check (decision in ('SIGN', 'RETURN')),
    decided_by text,
    decided_at timestamptz,
    comment text check (char_length(comment) <= 100000),
    number text,
    primary key (petition, paper, version),
    check (not jsonb_path_exists(typed, '$.* ? (@.type() != "string")')),
    check (decided_by <> drafted_by),
    check ((decision is null) = (decided_by is null)),
    check ((number is not null) = (coalesce(decision, '') = 'SIGN'))
);

insert into signing.draft (petition, paper, version, drafted_by, drafted_at, typed, decision, decided_by, decided_at,
    comment, number)
select petition, 'OPINION', version, drafted_by, drafted_at,
    jsonb_build_object('demands', demands, 'findings', findings, 'opinionOutcome', outcome, 'opinion', opinion,
        'legalBasis', legal_basis),
    decision, decided_by, decided_at, comment, paper
from handling.draft;

insert into signing.draft (petition, paper, version, drafted_by, drafted_at, typed, decision, decided_by, decided_at,
    comment, number)
select petition, 'SUGGESTION_REPLY', version, drafted_by, drafted_at,
    jsonb_build_object('study', study, 'conclusion', conclusion, 'conclusionReason', conclusion_reason, 'reply', reply),
    decision, decided_by, decided_at, comment, paper
from suggestion.study;

drop table handling.draft;
drop table suggestion.study;
