-- Calendars and time limits are data that change while nodes run. One number says which rules are in force.
create table deadline.rules (
    one     boolean primary key default true check (one),
    version bigint  not null
);
comment on column deadline.rules.version is 'taken from a sequence, so that no number is given twice, not even after a rollback';

create sequence deadline.rules_version;
insert into deadline.rules (version) values (nextval('deadline.rules_version'));

-- The version in force, kept in force until the transaction ends: who changes the rules waits for everybody who has
-- counted by the old ones, and whoever has waited for a change sees it. Every statement of a volatile function has its
-- own snapshot, so the version is read after the lock is held.
create function deadline.rules_in_force() returns bigint language plpgsql volatile as $$
begin
    lock table deadline.rules in row share mode;
    return (select version from deadline.rules);
end
$$;

-- A region adds to the calendar of the country. A correction leaves the day it replaces where it was.
alter table deadline.calendar_notice
    add check (region ~ '^[0-9]{6}$'),
    add column seq bigint generated always as identity;

alter table deadline.calendar_day drop constraint calendar_day_pkey;
alter table deadline.calendar_day
    add column id bigint generated always as identity primary key,
    add column replaced_by text,
    add foreign key (region, replaced_by) references deadline.calendar_notice (region, title);
create unique index calendar_day_in_force on deadline.calendar_day (region, day) where replaced_by is null;
comment on column deadline.calendar_day.replaced_by is 'the later notice that changed this day or took it back; none while the day stands';
