-- R50: whoever passed a matter on as a deputy is told its outcome, by a letter of the organ that took it from him. It runs beside
-- the matter, after the petitioner's own answer, and touches no clock (ADR 43).
create schema deputy;

create table deputy.reply (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    owed_at timestamptz not null,
    due_on date not null,
    decision text check (decision in ('TELL', 'NOT_NEEDED')),
    outcome text check (char_length(outcome) between 1 and 4000),
    paper text,
    method text,
    reason text check (char_length(reason) between 1 and 500),
    decided_at timestamptz,
    decided_by text,
    check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
    check ((coalesce(decision, '') = 'TELL') = (outcome is not null)),
    check ((coalesce(decision, '') = 'TELL') = (paper is not null)),
    check ((coalesce(decision, '') = 'TELL') = (method is not null)),
    check ((coalesce(decision, '') = 'NOT_NEEDED') = (reason is not null))
);

create index reply_petition on deputy.reply (petition);
create unique index reply_one_at_a_time on deputy.reply (petition) where decision is null;

insert into deadline.time_limit (code, region, level, valid_from, name, length, unit, starts_with, law, article, basis,
                                 petitioner_window, hold_allowed, yellow_percent, yellow_working_days, red_working_days, red_percent) values
    ('T4', '000000', 'ANY', '2022-05-01', '反馈代表委员', 10, 'WORKING_DAY', '答复送出或者事项办结', '内部工作要求', '反馈代表委员', 'INTERNAL', false, false, 20, 3, 0, 0);
