create schema casefile;

-- The number is region + day + channel + serial; the serial may wrap, for day and channel keep it unique.
create sequence casefile.petition_serial as integer minvalue 1 maxvalue 999999 cycle;

create table casefile.petition (
    id text primary key check (id ~ '^[0-9]{22}$'),
    state text not null,
    channel text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    received_at timestamptz not null,
    postmarked_on date,
    registered_at timestamptz not null,
    registered_by text not null references organ.organ (id),
    organ text not null references organ.organ (id),
    person text,
    petition_class text,
    route text,
    sealed boolean not null default false,
    legacy boolean not null default false,
    confidential boolean not null default false,
    anonymous boolean not null default false,
    visitor_count integer not null default 1 check (visitor_count >= 1),
    purpose text not null default 'OTHER',
    source_ref text,
    end_reason text,
    ended_at timestamptz,
    query_code text,
    version integer not null default 0,
    journal_seq integer not null,
    journal_hash bytea not null,
    unique (registered_by, source_ref),
    check ((end_reason is null) = (ended_at is null))
) with (fillfactor = 80);

create index petition_organ on casefile.petition (organ, state, received_at);

-- What the petitioner wrote, and who may be recognised by it: apart from the petition, so that lists never read it.
create table casefile.content (
    petition text primary key references casefile.petition (id),
    title text not null,
    content text not null check (char_length(content) <= 100000),
    demand text not null,
    place text not null,
    subject text not null,
    addressee text
);

-- Telephone and identity numbers are ciphertext; the *_mac columns answer an exact search without the number.
create table casefile.person (
    petition text not null references casefile.petition (id),
    position smallint not null,
    kind text not null,
    name text not null,
    address text not null,
    phone bytea,
    phone_mac bytea,
    id_number bytea,
    id_number_mac bytea,
    primary key (petition, position)
);

create index person_phone on casefile.person (phone_mac) where phone_mac is not null;
create index person_id_number on casefile.person (id_number_mac) where id_number_mac is not null;

-- Wrong query codes per number. No foreign key: a failure is counted while the caller may hold the petition's row.
create table casefile.query_failure (
    petition text primary key,
    since timestamptz not null,
    failures integer not null
);

-- A petition received longer ago than the sorting period of article 22 is marked as a matter of the past.
create table casefile.legacy_rule (
    valid_from date primary key,
    days integer not null,
    article text not null
);

insert into casefile.legacy_rule (valid_from, days, article) values ('1949-01-01', 15, '22');

create function casefile.refuse_delete() returns trigger language plpgsql as $$
begin
    raise exception 'casefile: a petition is never deleted';
end $$;

create trigger petition_is_kept before delete or truncate on casefile.petition
    for each statement execute function casefile.refuse_delete();
