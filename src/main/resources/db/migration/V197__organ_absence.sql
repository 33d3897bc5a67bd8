-- R28: who is away from when to when, and who does his work meanwhile. Days of Beijing, the last one included.
create table organ.absence (
    id          bigint generated always as identity primary key,
    officer     text        not null references organ.officer (id),
    deputy      text        references organ.officer (id),
    kind        text        not null check (kind in ('LEAVE', 'SICK', 'BUSINESS', 'TRAINING', 'OTHER')),
    from_on     date        not null,
    to_on       date        not null,
    come_back   boolean     not null,
    state       text        not null default 'PLANNED' check (state in ('PLANNED', 'RUNNING', 'OVER', 'CANCELLED')),
    instance    text,
    declared_by text        not null,
    declared_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    check (to_on >= from_on),
    check (deputy <> officer),
    check ((ended_at is null) = (ended_by is null))
);

comment on column organ.absence.come_back is 'whether what is still open comes back to him when he is back';

-- nobody is away twice on one day
create unique index absence_running on organ.absence (officer) where state = 'RUNNING';
create index absence_of_officer on organ.absence (officer, to_on);
