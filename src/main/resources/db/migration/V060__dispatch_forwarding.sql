-- Every way a petition went from a sender to a receiver, and the objections to it; one objection to each forwarding at most,
-- for the right to object ends when it is used (article 23).
create schema dispatch;

create table dispatch.forwarding (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    sender text not null references organ.organ (id),
    receiver text not null references organ.organ (id),
    number text not null,
    forwarded_at timestamptz not null,
    forwarded_by text not null,
    paper_received_on date,
    state text not null check (state in ('WAITING', 'SIGNED_IN', 'OBJECTED', 'RETURNED'))
);

create index forwarding_petition on dispatch.forwarding (petition, id);
create index forwarding_receiver on dispatch.forwarding (receiver, state);

create table dispatch.objection (
    forwarding bigint primary key references dispatch.forwarding (id),
    proposed_organ text not null references organ.organ (id),
    number text not null,
    objected_at timestamptz not null,
    objected_by text not null,
    decision text check (decision in ('AGREE', 'REFUSE')),
    decided_at timestamptz,
    decided_by text,
    check ((decision is null) = (decided_at is null)),
    check ((decision is null) = (decided_by is null))
);
