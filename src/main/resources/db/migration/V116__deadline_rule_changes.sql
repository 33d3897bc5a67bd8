-- A change of calendars or time limits is proposed by one person and approved by another; then the running clocks are
-- counted anew, batch by batch. What happened to a proposal is kept for good.
create table deadline.rule_change (
    id           bigint generated always as identity primary key,
    subject      text        not null check (subject in ('CALENDAR', 'TIME_LIMIT')),
    title        text        not null,
    content      json        not null,
    state        text        not null check (state in ('PROPOSED', 'WITHDRAWN', 'REFUSED', 'APPROVED', 'APPLIED')),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    reason       text        not null,
    recounted_to bigint      not null default 0,
    moved        integer     not null default 0,
    kept         integer     not null default 0
);
comment on column deadline.rule_change.recounted_to is 'the last clock that has been counted anew; the next batch begins behind it';
comment on column deadline.rule_change.kept is 'clocks whose date would be earlier but has been told already';

create table deadline.rule_change_entry (
    change bigint      not null references deadline.rule_change (id),
    seq    integer     not null,
    at     timestamptz not null,
    actor  text        not null,
    act    text        not null check (act in ('PROPOSED', 'WITHDRAWN', 'REFUSED', 'APPROVED', 'APPLIED')),
    note   text        not null,
    primary key (change, seq)
);

create function deadline.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'deadline: % is append-only, % refused', tg_table_name, lower(tg_op);
end $$;

create trigger rule_change_entry_is_append_only before update or delete or truncate on deadline.rule_change_entry
    for each statement execute function deadline.refuse_change();
create trigger rule_change_is_kept before delete or truncate on deadline.rule_change
    for each statement execute function deadline.refuse_change();

alter table deadline.calendar_notice
    add column change bigint references deadline.rule_change (id);
comment on column deadline.calendar_notice.change is 'the change that brought it; none for those that came with the system';
