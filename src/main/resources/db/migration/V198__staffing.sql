-- R28: what was moved away from an officer because he is away, so that it can come back.
create schema staffing;

create table staffing.moved_task (
    absence  bigint      not null references organ.absence (id),
    task     text        not null,
    petition text        not null references casefile.petition (id),
    -- none when nobody could take it by name: it was offered to the others
    moved_to text        references organ.officer (id),
    moved_at timestamptz not null,
    primary key (absence, task)
);
