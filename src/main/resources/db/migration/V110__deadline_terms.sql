-- A time limit may hold for one organ and all below it, and says itself who may lengthen it and whether it may be held. A
-- clock keeps the row it was counted by, whatever has moved it since, and why its dates are what they are.
alter table deadline.time_limit
    drop constraint time_limit_pkey,
    add column id bigint generated always as identity primary key,
    add column organ text references organ.organ (id),
    add column counted_back boolean not null default false,
    add column hold_article text,
    add column extension_by text check (extension_by in ('HEAD', 'SETTER')),
    add column extension_clock text,
    add column extension_days integer check (extension_days > 0),
    add column extension_article text,
    add constraint time_limit_once unique nulls not distinct (code, region, level, organ, valid_from);

comment on column deadline.time_limit.organ is 'the organ, with all below it, whose own row this is; none for the rows of a region';
comment on column deadline.time_limit.counted_back is 'counted back from a day that is set, and never rolled: the last day to have done it';
comment on column deadline.time_limit.extension_by is 'who may lengthen it: HEAD the head of the organ, once; SETTER whoever set the date; none: nobody';
comment on column deadline.time_limit.extension_clock is 'the clock whose row gives the days and the article of the extension (D7 for D6)';

update deadline.time_limit set hold_article = article where hold_allowed;
update deadline.time_limit set counted_back = true, starts_with = '听证举行日' where code = 'D16';
update deadline.time_limit set extension_by = 'HEAD', extension_clock = 'D7' where code = 'D6';
update deadline.time_limit set extension_by = 'HEAD', extension_days = 30, extension_article = '内部工作要求' where code = 'D18';
update deadline.time_limit set extension_by = 'SETTER' where code in ('D11', 'D23');

alter table deadline.time_limit
    add check (hold_allowed = (hold_article is not null)),
    add check (num_nonnulls(extension_clock, extension_days) = case when extension_by = 'HEAD' then 1 else 0 end),
    add check ((extension_days is null) = (extension_article is null)),
    add check (extension_by is distinct from 'SETTER' or unit = 'DATE'),
    add check (not counted_back or (unit = 'CALENDAR_DAY' and extension_by is null and not hold_allowed)),
    add check (unit <> 'CLOCK' or (extension_by is null and not hold_allowed));

alter table deadline.clock
    add column time_limit bigint references deadline.time_limit (id),
    add column counted_for text references organ.organ (id),
    add column set_on date,
    add column set_by text references organ.organ (id),
    add column extension_days integer check (extension_days > 0),
    add column extension_basis text,
    add column extension_reason text,
    add column extension_approver text references organ.officer (id),
    add column extended_on date,
    add column extension_paper text,
    add column told_due date,
    add column told_paper text,
    add column recounted_on date,
    add column recount_reason text,
    add column explanation text[];

comment on column deadline.clock.counted_for is 'whose time limit it is counted by: the first holder; handing the clock on does not change its length';
comment on column deadline.clock.set_on is 'the day a paper sets: the end, or for a clock counted back the day of the event';
comment on column deadline.clock.told_due is 'the date the petitioner was told; counting anew never gives an earlier one';
comment on column deadline.clock.explanation is 'why these dates, as it stood when they were counted last';

update deadline.clock c
set time_limit = l.id,
    counted_for = c.holder,
    set_on = case when l.unit = 'DATE' then c.raw_due end,
    set_by = case when l.unit = 'DATE' then c.holder end,
    explanation = array[
        '规则：' || l.code || ' ' || l.name || '，依据' || l.law || l.article || '。',
        '起算：' || l.starts_with || '，' || to_char(c.start_on, 'FMYYYY"年"FMMM"月"FMDD"日"') || '（' || c.evidence || '），当日不计。']
from organ.organ o, deadline.time_limit l
where o.id = c.holder
  and l.id = (select fit.id
              from deadline.time_limit fit
              where fit.code = c.kind and fit.level in ('ANY', o.level)
              order by fit.valid_from <= c.start_on desc,
                       case when fit.valid_from <= c.start_on then fit.valid_from end desc nulls last,
                       fit.valid_from
              limit 1);

alter table deadline.clock
    alter column time_limit set not null,
    alter column counted_for set not null,
    alter column explanation set not null,
    add check ((set_on is null) = (set_by is null)),
    add check (num_nonnulls(extension_days, extension_basis, extension_reason, extension_approver, extended_on) in (0, 5)),
    add check (extension_paper is null or extension_days is not null),
    add check ((told_due is null) = (told_paper is null)),
    add check ((recounted_on is null) = (recount_reason is null));

-- What counting anew goes through, in the order of ids.
create index clock_open on deadline.clock (id) where state in ('RUNNING', 'HELD');

-- While a clock is held it runs to no date; when it is released the days left are counted on.
create table deadline.hold (
    id          bigint generated always as identity primary key,
    clock       bigint not null references deadline.clock (id),
    held_on     date   not null,
    released_on date check (released_on >= held_on),
    reason      text   not null,
    held_by     text   not null references organ.officer (id),
    released_by text references organ.officer (id),
    check ((released_on is null) = (released_by is null))
);

create index hold_clock on deadline.hold (clock, id);
create unique index hold_open on deadline.hold (clock) where released_on is null;
