create schema notice;

-- 文号 are gap-free: the counter's row is locked until the paper that took the number is committed.
create table notice.counter (
    organ text not null references organ.organ (id),
    kind text not null,
    year integer not null,
    last integer not null,
    primary key (organ, kind, year)
);

create table notice.paper (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    kind text not null,
    organ text not null references organ.organ (id),
    year integer not null,
    serial integer not null,
    number text not null,
    title text not null,
    issued_at timestamptz not null,
    issued_by text not null,
    delivery_method text,
    sent_on date,
    receipt_kind text,
    received_on date,
    unique (organ, kind, year, serial),
    check ((delivery_method is null) = (sent_on is null)),
    check ((receipt_kind is null) = (received_on is null)),
    check (received_on is null or sent_on is not null)
);

create index paper_petition on notice.paper (petition, kind);

-- As it was issued; apart, because it names the addressee and lists never read it.
create table notice.paper_text (
    paper bigint primary key references notice.paper (id),
    html text not null
);

create function notice.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'notice: an issued paper is kept as it is, % refused', lower(tg_op);
end $$;

create trigger paper_is_kept before delete or truncate on notice.paper
    for each statement execute function notice.refuse_change();

create trigger paper_text_is_kept before update or truncate on notice.paper_text
    for each statement execute function notice.refuse_change();
