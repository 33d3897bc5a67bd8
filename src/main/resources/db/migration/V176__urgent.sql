-- Article 25, R58: what was marked as major or urgent, to whom it was reported, who acknowledged it, who withdrew the mark.
create schema urgent;

create table urgent.alert (
    petition text not null references casefile.petition (id),
    version integer not null check (version >= 1),
    kind text not null,
    level text not null,
    people integer not null check (people >= 0),
    place text not null check (place <> ''),
    situation text not null check (situation <> ''),
    measures text not null check (measures <> ''),
    known_at timestamptz not null,
    organ text not null references organ.organ (id),
    flagged_by text not null,
    flagged_at timestamptz not null,
    paper text not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdraw_reason text check (withdraw_reason <> ''),
    primary key (petition, version),
    check (known_at <= flagged_at),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check ((withdraw_reason is null) = (withdrawn_at is null))
);

create unique index alert_one_at_a_time on urgent.alert (petition) where withdrawn_at is null;

create table urgent.receipt (
    petition text not null,
    version integer not null,
    position integer not null,
    organ text references organ.organ (id),
    addressee text not null,
    duty text not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    note text not null default '',
    primary key (petition, version, position),
    foreign key (petition, version) references urgent.alert (petition, version),
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
comment on column urgent.receipt.organ is 'none for an addressee outside of this system, whose receipt is entered by whoever reported';

-- A target of ours beside the clocks of the law, which it never touches: while it runs, the open tasks are on top.
insert into deadline.time_limit (code, region, level, valid_from, name, length, unit, starts_with, law, article, basis,
                                 petitioner_window, hold_allowed, yellow_percent, yellow_working_days, red_working_days, red_percent) values
    ('T2', '000000', 'ANY', '2022-05-01', '重大紧急事项办结目标', 15, 'WORKING_DAY', '标为重大紧急', '内部工作要求', '重大紧急', 'INTERNAL', false, false, 20, 3, 0, 0);
