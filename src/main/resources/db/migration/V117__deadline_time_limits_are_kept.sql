-- A time limit is never edited and a national one never deleted: a change is a new row that says which change brought it.
alter table deadline.time_limit
    add column change bigint references deadline.rule_change (id);
comment on column deadline.time_limit.change is 'the change that brought it; none for those that came with the system';

create function deadline.keep_time_limit() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and (old.region <> '000000' or old.organ is not null) then
        return old;
    end if;
    raise exception 'deadline: a time limit is changed by a new row, % refused', lower(tg_op);
end $$;

create trigger time_limit_is_kept before update or delete on deadline.time_limit
    for each row execute function deadline.keep_time_limit();
