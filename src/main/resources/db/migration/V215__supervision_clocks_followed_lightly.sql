-- A lamp that turns changes three columns of a matter's row and nothing else of it: they are written at once, and no index
-- holds them, so that a crowd of clocks rewrites rows in place (ADR 18, ADR 36).
drop index supervision.matter_at_organ;
create index matter_at_organ on supervision.matter (organ, stage, received_on, petition) where ended_on is null;

-- The worst of the running clocks of a matter that are no window of the petitioner.
create function supervision.worst_clock(number text) returns table (lamp text, clock text, due date) language sql stable rows 1 as $$
    select c.lamp, c.kind, c.raw_due
    from deadline.clock c
    join deadline.time_limit t on t.id = c.time_limit
    where c.petition = number and c.state = 'RUNNING' and not t.petitioner_window
    order by array_position(array['OVERDUE', 'RED', 'YELLOW', 'GREEN'], c.lamp), c.raw_due, c.id
    limit 1
$$;

create or replace view supervision.computed as
select p.id as petition, p.organ, p.state as stage, p.sealed, p.channel,
    coalesce(p.petition_class, '-') as petition_class,
    coalesce(left(c.content_class, 2), '-') as subject,
    coalesce(c.territory, '-') as territory,
    (p.received_at at time zone 'Asia/Shanghai')::date as received_on,
    coalesce(k.lamp, 'NONE') as lamp, k.clock, k.due,
    coalesce(last.at, p.registered_at) as since,
    case when p.state = 'ENDED'
        then (coalesce(p.ended_at, last.at, p.registered_at) at time zone 'Asia/Shanghai')::date end as ended_on,
    case when p.state = 'ENDED' then coalesce(p.end_reason, '-') end as end_reason
from casefile.petition p
left join lateral (
    select j.at from casefile.journal j where j.petition = p.id order by j.seq desc limit 1) last on true
left join casefile.circumstance c on c.petition = p.id
left join lateral supervision.worst_clock(p.id) k on p.state <> 'ENDED'
where p.state not in ('DRAFT', 'VOID');

create or replace function supervision.follow_clock() returns trigger language plpgsql as $$
begin
    update supervision.matter m
    set lamp = coalesce(k.lamp, 'NONE'), clock = k.clock, due = k.due
    from (
        select distinct n.petition
        from now_is n join was w on w.id = n.id
        where (n.state, n.lamp, n.raw_due) is distinct from (w.state, w.lamp, w.raw_due)) changed
    left join lateral supervision.worst_clock(changed.petition) k on true
    where m.petition = changed.petition and m.ended_on is null
        and (m.lamp, m.clock, m.due) is distinct from (coalesce(k.lamp, 'NONE'), k.clock, k.due);
    return null;
end $$;
