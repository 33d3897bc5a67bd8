create schema handling;

-- Article 23: what the organ told the petitioner about taking the matter on.
create table handling.acceptance (
    petition text primary key references casefile.petition (id),
    decline_reason text,
    where_to_go text not null check (char_length(where_to_go) <= 100000),
    explanation text not null check (char_length(explanation) <= 100000),
    decided_by text not null,
    decided_at timestamptz not null,
    paper text not null,
    check (decline_reason is null or where_to_go <> '')
);

-- Every version of the opinion as it was submitted, and what became of it; nobody signs what he drafted (article 32).
create table handling.draft (
    petition text not null references casefile.petition (id),
    version integer not null check (version >= 1),
    drafted_by text not null,
    drafted_at timestamptz not null,
    demands text not null check (char_length(demands) <= 100000),
    findings text not null check (char_length(findings) <= 100000),
    outcome text not null,
    opinion text not null check (char_length(opinion) <= 100000),
    legal_basis text not null check (char_length(legal_basis) <= 100000),
    decision text,
    decided_by text,
    decided_at timestamptz,
    comment text check (char_length(comment) <= 100000),
    paper text,
    primary key (petition, version),
    check (decided_by <> drafted_by),
    check ((decision is null) = (decided_by is null)),
    check ((paper is not null) = (coalesce(decision, '') = 'SIGN'))
);
