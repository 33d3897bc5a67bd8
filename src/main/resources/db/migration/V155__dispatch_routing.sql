-- What routing.dmn proposed, by which of its rows, and what a named person made of it (R6, R21): whoever overrules says why.
create table dispatch.routing (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    -- none when the table could not tell
    proposed text references organ.organ (id),
    rule text not null,
    alternatives text[] not null,
    chosen text not null references organ.organ (id),
    overruled boolean not null generated always as (proposed is not null and proposed <> chosen) stored,
    reason text not null,
    decided_at timestamptz not null,
    decided_by text not null
);

create index routing_petition on dispatch.routing (petition);
