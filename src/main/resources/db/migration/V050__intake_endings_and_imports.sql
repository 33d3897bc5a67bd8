-- What ends a petition before any organ handles it, and what was registered in bulk and waits for its life to begin.
create schema intake;

create table intake.spot_answer (
    petition text primary key references casefile.petition (id),
    answer text not null,
    confirmation text not null check (confirmation in ('SIGNED', 'ORAL')),
    answered_by text not null,
    answered_at timestamptz not null
);

create table intake.guidance (
    petition text primary key references casefile.petition (id),
    procedure_name text not null,
    procedure_body text not null,
    procedure_term text not null,
    guidance text not null,
    delivery_method text not null,
    guided_by text not null,
    guided_at timestamptz not null
);

create table intake.imported_petition (
    petition text primary key references casefile.petition (id),
    import_id text not null,
    organ text not null references organ.organ (id),
    received_at timestamptz not null,
    started_at timestamptz
);

create index imported_petition_import on intake.imported_petition (import_id);
create index imported_petition_waiting on intake.imported_petition (import_id, petition) where started_at is null;
