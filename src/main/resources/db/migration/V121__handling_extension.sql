-- Article 34: what the handler asked for and what the head decided; one request at a time, and nobody approves his own.
create table handling.extension (
    petition text not null references casefile.petition (id),
    version integer not null check (version >= 1),
    requested_by text not null,
    requested_at timestamptz not null,
    days integer not null check (days > 0),
    reason text not null check (char_length(reason) between 1 and 500),
    state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'LAPSED')),
    decided_by text,
    decided_at timestamptz,
    paper text,
    primary key (petition, version),
    check (decided_by <> requested_by),
    check ((decided_by is not null) = (state in ('APPROVED', 'REFUSED'))),
    check ((decided_at is not null) = (state <> 'REQUESTED')),
    check ((paper is not null) = (state = 'APPROVED'))
);

create unique index extension_one_request on handling.extension (petition) where state = 'REQUESTED';
create unique index extension_once on handling.extension (petition) where state = 'APPROVED';
