-- 协办意见 (R5, R36): what was asked of a helper, what came back, and whether the lead wants it no longer. The lead may ask
-- the same organ again, once the last request is answered or withdrawn.
alter table dispatch.helper
    drop constraint helper_petition_lead_organ_key,
    add column instance text,
    add column answer text check (answer <> ''),
    add column answered_at timestamptz,
    add column answered_by text,
    add column withdraw_reason text check (withdraw_reason <> ''),
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add constraint answered_by_somebody check (
        (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    add constraint withdrawn_with_a_reason check (
        (withdraw_reason is null) = (withdrawn_at is null) and (withdraw_reason is null) = (withdrawn_by is null)),
    add constraint answered_or_withdrawn check (answered_at is null or withdrawn_at is null);

comment on column dispatch.helper.instance is
    'the process that asks; none for what was asked before there was one: it is begun at the next start';

create unique index helper_asked_once on dispatch.helper (petition, lead, organ)
    where answered_at is null and withdrawn_at is null;
create index helper_petition on dispatch.helper (petition);

-- How early a helper is reminded of the day that was set for him: a target of ours, no clock of the matter's own.
insert into deadline.time_limit (code, region, level, valid_from, name, length, unit, starts_with, law, article, basis,
                                 petitioner_window, hold_allowed, yellow_percent, yellow_working_days, red_working_days, red_percent) values
    ('T3', '000000', 'ANY', '2022-05-01', '协办意见', null, 'DATE', '请求协办', '内部工作要求', '协办', 'INTERNAL', false, false, 20, 3, 0, 0);
