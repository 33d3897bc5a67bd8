-- Scanned letters, photographs, papers of the handling. Content lies apart from the entry, once for each SHA-256, in pieces
-- that pass through memory one by one; the entry stays for good, what it shows can be erased by law (ADR 22).
create table casefile.file (
    sha256 bytea primary key check (octet_length(sha256) = 32),
    size bigint not null check (size > 0),
    stored_at timestamptz not null
);

create table casefile.file_piece (
    sha256 bytea not null references casefile.file (sha256) on delete cascade,
    position integer not null,
    content bytea not null,
    primary key (sha256, position)
);

-- Photographs and PDF are packed already.
alter table casefile.file_piece alter column content set storage external;

-- What can name a person (the file's name) is ciphertext; name, digest and content go when they are erased.
create table casefile.attachment (
    petition text not null references casefile.petition (id),
    number integer not null,
    kind text not null,
    file_type text not null,
    size bigint not null,
    name bytea,
    sha256 bytea references casefile.file (sha256),
    scan text not null,
    added_at timestamptz not null,
    added_by text not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    erased_at timestamptz,
    primary key (petition, number),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((erased_at is null) = (sha256 is not null)),
    check ((erased_at is null) = (name is not null))
);

create index attachment_sha256 on casefile.attachment (sha256);

create function casefile.refuse_attachment_delete() returns trigger language plpgsql as $$
begin
    raise exception 'casefile: an attachment is withdrawn, never deleted';
end $$;

create trigger attachment_is_kept before delete or truncate on casefile.attachment
    for each statement execute function casefile.refuse_attachment_delete();
