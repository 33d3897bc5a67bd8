-- A lamp that turns changes three columns of a matter's row and nothing else of it: they are written at once, and no index
-- holds them, so that a crowd of clocks rewrites rows in place (ADR 18, ADR 36).
drop index supervision.matter_at_organ;
create index matter_at_organ on supervision.matter (organ, stage, received_on, petition) where ended_on is null;

create or replace function supervision.follow_clock() returns trigger language plpgsql as $$
begin
    update supervision.matter m
    set lamp = coalesce(k.lamp, 'NONE'), clock = k.kind, due = k.raw_due
    from (
        select distinct n.petition
        from now_is n join was w on w.id = n.id
        where (n.state, n.lamp, n.raw_due) is distinct from (w.state, w.lamp, w.raw_due)) changed
    left join lateral (
        select c.lamp, c.kind, c.raw_due
        from deadline.clock c
        join deadline.time_limit t on t.id = c.time_limit
        where c.petition = changed.petition and c.state = 'RUNNING' and not t.petitioner_window
        order by array_position(array['OVERDUE', 'RED', 'YELLOW', 'GREEN'], c.lamp), c.raw_due, c.id
        limit 1) k on true
    where m.petition = changed.petition and m.ended_on is null
        and (m.lamp, m.clock, m.due) is distinct from (coalesce(k.lamp, 'NONE'), k.kind, k.raw_due);
    return null;
end $$;
