-- What an officer is reminded of beside the lamps of the clocks: it stands in the same digest of the day.
create table deadline.reminder (
    officer   text        not null references organ.officer (id),
    day       date        not null,
    subject   text        not null,
    lamp      text        not null check (lamp in ('YELLOW', 'RED', 'OVERDUE')),
    petition  text        not null references casefile.petition (id),
    name      text        not null,
    due_on    date        not null,
    raised_at timestamptz not null,
    settled   boolean     not null default false,
    primary key (officer, day, subject, lamp)
);

create index reminder_subject on deadline.reminder (subject) where not settled;

comment on column deadline.reminder.subject is 'of what it reminds, named by the module that reminds; settled when that is done';
comment on column deadline.reminder.name is 'as the digest shows it: never anything a person typed';
