create schema api;

-- One file that was imported. Its good rows are petitions; what was wrong waits here to be corrected.
create table api.import (
    id text primary key,
    organ text not null references organ.organ (id),
    imported_by text not null,
    imported_at timestamptz not null,
    accepted integer not null,
    rejected integer not null,
    duplicates integer not null,
    header text not null
);

-- What the file said in a row that could not be registered: personal data, so only as ciphertext, in Base64.
create table api.rejected_row (
    import text not null references api.import (id),
    line integer not null,
    cells text not null,
    reasons text not null,
    primary key (import, line)
);

-- A request with an Idempotency-Key and the answer it was given; key and request as digests, the answer as ciphertext.
create table api.answered_request (
    key_digest text primary key,
    request_digest text not null,
    answer text,
    answered_at timestamptz not null
);
