-- Who is told when a lamp turns, as data: colours have no national source, so neither has the way up (R-numbers, not articles).
create table deadline.escalation (
    lamp text not null check (lamp in ('YELLOW', 'RED', 'OVERDUE')),
    told text not null check (told in ('HOLDER', 'HEAD', 'FIRST_RESPONSIBLE')),
    primary key (lamp, told)
);
comment on column deadline.escalation.told is 'HOLDER the person who has the matter, HEAD those who sign for the organ that has it, FIRST_RESPONSIBLE its first-responsible person; who has no holder yet is answered for by the first-responsible person';

insert into deadline.escalation (lamp, told) values
    ('YELLOW', 'HOLDER'),
    ('RED', 'HOLDER'),
    ('RED', 'HEAD'),
    ('OVERDUE', 'HOLDER'),
    ('OVERDUE', 'HEAD'),
    ('OVERDUE', 'FIRST_RESPONSIBLE');

-- What an officer is told of one day: all of a day together are his digest, never one message a matter.
create table deadline.alert (
    officer  text        not null references organ.officer (id),
    day      date        not null,
    clock    bigint      not null references deadline.clock (id),
    lamp     text        not null check (lamp in ('YELLOW', 'RED', 'OVERDUE')),
    raised_at timestamptz not null,
    primary key (officer, day, clock, lamp)
);

create table deadline.digest_read (
    officer text        not null references organ.officer (id),
    day     date        not null,
    read_at timestamptz not null,
    primary key (officer, day)
);
