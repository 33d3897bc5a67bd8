-- How far the invented petitions of the demo city have been brought (embedded mode only; elsewhere it stays empty).
create schema demo;

create table demo.letter (
    ref text primary key,
    begun_at timestamptz not null,
    petition text unique references casefile.petition (id),
    steps_done integer not null,
    check ((petition is null) = (steps_done = 0))
);
