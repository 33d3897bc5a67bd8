-- R35: an organ asks a superior for leave to push up what is on its own duty list; one open request for each petition.
create table dispatch.upward_request (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    organ text not null references organ.organ (id),
    superior text not null references organ.organ (id),
    reason text not null check (char_length(reason) between 1 and 500),
    requested_by text not null,
    requested_at timestamptz not null,
    state text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'LAPSED')),
    decision_reason text check (char_length(decision_reason) between 1 and 500),
    decided_by text,
    decided_at timestamptz,
    check (organ <> superior),
    check (decided_by <> requested_by),
    check ((state = 'REQUESTED') = (decided_at is null)),
    check ((state in ('GRANTED', 'REFUSED')) = (decided_by is not null)),
    check ((decided_by is null) = (decision_reason is null))
);

create unique index upward_request_open on dispatch.upward_request (petition) where state = 'REQUESTED';
create index upward_request_petition on dispatch.upward_request (petition, id);
