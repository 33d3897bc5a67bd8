create schema suggestion;

-- R41: who studied what and concluded what, before a suggestion is adopted or not; nobody signs what he drafted.
create table suggestion.study (
    petition text not null references casefile.petition (id),
    version integer not null check (version >= 1),
    drafted_by text not null,
    drafted_at timestamptz not null,
    study text not null check (char_length(study) <= 100000),
    conclusion text not null,
    conclusion_reason text not null check (char_length(conclusion_reason) <= 100000),
    reply text not null check (char_length(reply) <= 100000),
    decision text,
    decided_by text,
    decided_at timestamptz,
    comment text check (char_length(comment) <= 100000),
    paper text,
    primary key (petition, version),
    check (conclusion = 'ADOPTED' or conclusion_reason <> ''),
    check (decided_by <> drafted_by),
    check ((decision is null) = (decided_by is null)),
    check ((paper is not null) = (coalesce(decision, '') = 'SIGN'))
);
