-- Statutory clocks: what the law gives as lengths, which days are working days, and the running clocks themselves.
create schema deadline;

-- A length of time as data: article, region and the day it came into force; a change of law is a new row, never an edit.
create table deadline.time_limit (
    code               text    not null,
    region             text    not null,
    level              text    not null,
    valid_from         date    not null,
    name               text    not null,
    length             integer check (length > 0),
    unit               text    not null check (unit in ('CALENDAR_DAY', 'WORKING_DAY', 'CLOCK', 'DATE')),
    starts_with        text    not null,
    law                text    not null,
    article            text    not null,
    basis              text    not null check (basis in ('LAW', 'RULE', 'LOCAL', 'INTERNAL')),
    petitioner_window  boolean not null,
    hold_allowed       boolean not null,
    yellow_percent     integer not null check (yellow_percent between 0 and 100),
    yellow_working_days integer not null check (yellow_working_days >= red_working_days),
    red_working_days   integer not null check (red_working_days >= 0),
    red_percent        integer not null check (red_percent between 0 and yellow_percent),
    primary key (code, region, level, valid_from),
    check ((unit = 'DATE') = (length is null))
);
comment on column deadline.time_limit.region is '000000 is the whole country; a local row beats it (six digits as in GB/T 2260)';
comment on column deadline.time_limit.level is 'ANY, or the level of the holder the length is for (D2a)';
comment on column deadline.time_limit.length is 'days; minutes where the unit is CLOCK; none where a paper sets the date';
comment on column deadline.time_limit.basis is 'LAW the regulation itself, RULE a national rule of detail, LOCAL local law, INTERNAL a target of ours that no law gives';
comment on column deadline.time_limit.petitioner_window is 'a right of the petitioner: runs to the rolled date; all others run to the plain date';
comment on column deadline.time_limit.yellow_percent is 'yellow when at most this share of the span is left, or so many working days after today, whichever is earlier';

create table deadline.calendar_notice (
    region text    not null,
    year   integer not null,
    title  text    not null,
    primary key (region, title)
);

create table deadline.calendar_day (
    region text not null,
    day    date not null,
    kind   text not null check (kind in ('OFF', 'MAKE_UP')),
    name   text not null,
    notice text not null,
    primary key (region, day),
    foreign key (region, notice) references deadline.calendar_notice (region, title)
);

-- What is off in a year whose notice is not out: the public days with a fixed date.
create table deadline.public_holiday (
    month      integer not null check (month between 1 and 12),
    day        integer not null check (day between 1 and 31),
    name       text    not null,
    valid_from date    not null,
    primary key (month, day)
);

create table deadline.clock (
    id          bigint generated always as identity primary key,
    petition    text        not null references casefile.petition (id),
    kind        text        not null,
    started_at  timestamptz not null,
    start_on    date        not null,
    evidence    text        not null,
    raw_due     date        not null,
    legal_due   date        not null,
    provisional boolean     not null,
    state       text        not null check (state in ('RUNNING', 'HELD', 'MET', 'CANCELLED')),
    lamp        text        not null check (lamp in ('GREEN', 'YELLOW', 'RED', 'OVERDUE')),
    yellow_at   timestamptz not null,
    red_at      timestamptz not null,
    overdue_at  timestamptz not null,
    holder      text        not null references organ.organ (id),
    person      text        references organ.officer (id),
    ended_at    timestamptz,
    ended_by    text,
    watch       text,
    version     integer     not null default 0,
    check (raw_due <= legal_due and yellow_at <= red_at and red_at <= overdue_at),
    check ((state in ('MET', 'CANCELLED')) = (ended_at is not null))
);

-- A kind runs once at a time on a petition; it may start anew after it has ended (D4 and D5 at the next organ).
create unique index clock_running on deadline.clock (petition, kind) where state in ('RUNNING', 'HELD');
create index clock_petition on deadline.clock (petition, id);
create unique index clock_watch on deadline.clock (watch) where watch is not null;
create index clock_lamp on deadline.clock (holder, lamp, overdue_at) where state = 'RUNNING';
