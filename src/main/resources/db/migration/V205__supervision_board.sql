-- What the supervision board shows, kept beside every registered matter in the transaction that changes it, and counted
-- ahead, so that a figure never costs a walk over the register (ADR 36).
create schema supervision;

-- One row a matter, as its petition, circumstances and clocks stand; '-' is what nobody has said yet.
create table supervision.matter (
    petition text primary key references casefile.petition (id),
    organ text not null,
    stage text not null,
    sealed boolean not null,
    channel text not null,
    petition_class text not null,
    subject text not null,
    territory text not null,
    received_on date not null,
    lamp text not null check (lamp in ('NONE', 'GREEN', 'YELLOW', 'RED', 'OVERDUE')),
    clock text,
    due date,
    since timestamptz not null,
    ended_on date,
    end_reason text,
    check ((stage = 'ENDED') = (ended_on is not null)),
    check ((lamp = 'NONE') = (due is null)),
    check (ended_on is null or lamp = 'NONE')
) with (fillfactor = 80);
comment on column supervision.matter.subject is 'the class of content at the top of the list: its first two digits';
comment on column supervision.matter.lamp is 'the worst of the running clocks that are no window of the petitioner; clock and due are of the same';
comment on column supervision.matter.since is 'when it came into its stage';

create index matter_oldest on supervision.matter (received_on, petition) where ended_on is null;
create index matter_stuck on supervision.matter (since, petition) where ended_on is null;
create index matter_due on supervision.matter (due, petition) where due is not null;
create index matter_at_organ on supervision.matter (organ, stage, lamp, received_on, petition) where ended_on is null;
create index matter_received on supervision.matter (received_on, petition);
create index matter_ended on supervision.matter (ended_on, petition) where ended_on is not null;

create index forwarding_returned on dispatch.forwarding (petition) where state = 'RETURNED';

-- Open matters by organ, stage and lamp; and by period what came in and what ended. What has changed since they were
-- counted lies beside, appended by everybody and never waited for; a figure is the sum of both.
create table supervision.standing (
    organ text not null,
    stage text not null,
    lamp text not null,
    sealed boolean not null,
    n bigint not null,
    primary key (organ, stage, lamp, sealed)
);

create table supervision.standing_change (like supervision.standing);

create table supervision.flow (
    kind text not null check (kind in ('CHANNEL', 'CLASS', 'SUBJECT', 'TERRITORY', 'ENDED')),
    grain text not null check (grain in ('DAY', 'WEEK', 'MONTH')),
    start date not null,
    organ text not null,
    sealed boolean not null,
    value text not null,
    n bigint not null,
    primary key (kind, grain, start, organ, sealed, value)
);

create table supervision.flow_change (like supervision.flow);

create sequence supervision.change;

-- In which periods a matter is counted, and as what.
create function supervision.flow_of(
    channel text, petition_class text, subject text, territory text, received_on date, end_reason text, ended_on date)
    returns table (kind text, grain text, start date, value text) language sql immutable as $$
    select d.kind, g.grain, g.start, d.value
    from (values
        ('CHANNEL', channel, received_on),
        ('CLASS', petition_class, received_on),
        ('SUBJECT', subject, received_on),
        ('TERRITORY', territory, received_on),
        ('ENDED', end_reason, ended_on)) as d (kind, value, day)
    cross join lateral (values
        ('DAY', d.day),
        ('WEEK', date_trunc('week', d.day::timestamp)::date),
        ('MONTH', date_trunc('month', d.day::timestamp)::date)) as g (grain, start)
    where d.day is not null
$$;

-- Every matter as it is to stand here.
create view supervision.computed as
select p.id as petition, p.organ, p.state as stage, p.sealed, p.channel,
    coalesce(p.petition_class, '-') as petition_class,
    coalesce(left(c.content_class, 2), '-') as subject,
    coalesce(c.territory, '-') as territory,
    (p.received_at at time zone 'Asia/Shanghai')::date as received_on,
    coalesce(k.lamp, 'NONE') as lamp, k.kind as clock, k.raw_due as due,
    coalesce(last.at, p.registered_at) as since,
    case when p.state = 'ENDED'
        then (coalesce(p.ended_at, last.at, p.registered_at) at time zone 'Asia/Shanghai')::date end as ended_on,
    case when p.state = 'ENDED' then coalesce(p.end_reason, '-') end as end_reason
from casefile.petition p
left join lateral (
    select j.at from casefile.journal j where j.petition = p.id order by j.seq desc limit 1) last on true
left join casefile.circumstance c on c.petition = p.id
left join lateral (
    select k.lamp, k.kind, k.raw_due
    from deadline.clock k
    join deadline.time_limit t on t.id = k.time_limit
    where k.petition = p.id and k.state = 'RUNNING' and p.state <> 'ENDED' and not t.petitioner_window
    order by array_position(array['OVERDUE', 'RED', 'YELLOW', 'GREEN'], k.lamp), k.raw_due, k.id
    limit 1) k on true
where p.state not in ('DRAFT', 'VOID');

create function supervision.renew(numbers text[]) returns void language sql as $$
    insert into supervision.matter as m (petition, organ, stage, sealed, channel, petition_class, subject, territory,
        received_on, lamp, clock, due, since, ended_on, end_reason)
    select c.petition, c.organ, c.stage, c.sealed, c.channel, c.petition_class, c.subject, c.territory, c.received_on,
        c.lamp, c.clock, c.due, c.since, c.ended_on, c.end_reason
    from supervision.computed c
    where c.petition = any(numbers)
    on conflict (petition) do update
    set organ = excluded.organ, stage = excluded.stage, sealed = excluded.sealed, channel = excluded.channel,
        petition_class = excluded.petition_class, subject = excluded.subject, territory = excluded.territory,
        received_on = excluded.received_on, lamp = excluded.lamp, clock = excluded.clock, due = excluded.due,
        since = case when m.stage = excluded.stage then m.since else excluded.since end,
        ended_on = excluded.ended_on, end_reason = excluded.end_reason
    where (m.organ, m.stage, m.sealed, m.channel, m.petition_class, m.subject, m.territory, m.received_on, m.lamp,
            m.clock, m.due, m.ended_on, m.end_reason)
        is distinct from (excluded.organ, excluded.stage, excluded.sealed, excluded.channel, excluded.petition_class,
            excluded.subject, excluded.territory, excluded.received_on, excluded.lamp, excluded.clock, excluded.due,
            excluded.ended_on, excluded.end_reason)
$$;

-- What was changed beside is added to what is counted; one at a time, and nobody waits for it.
create function supervision.fold() returns void language plpgsql as $$
begin
    if not pg_try_advisory_xact_lock(205) then
        return;
    end if;
    with gone as (delete from supervision.standing_change returning organ, stage, lamp, sealed, n)
    insert into supervision.standing as s (organ, stage, lamp, sealed, n)
    select organ, stage, lamp, sealed, sum(n) from gone
    group by organ, stage, lamp, sealed having sum(n) <> 0
    on conflict (organ, stage, lamp, sealed) do update set n = s.n + excluded.n;
    with gone as (delete from supervision.flow_change returning kind, grain, start, organ, sealed, value, n)
    insert into supervision.flow as f (kind, grain, start, organ, sealed, value, n)
    select kind, grain, start, organ, sealed, value, sum(n) from gone
    group by kind, grain, start, organ, sealed, value having sum(n) <> 0
    on conflict (kind, grain, start, organ, sealed, value) do update set n = f.n + excluded.n;
end $$;

create function supervision.count_new() returns trigger language plpgsql as $$
begin
    insert into supervision.standing_change (organ, stage, lamp, sealed, n)
    select organ, stage, lamp, sealed, count(*) from added where ended_on is null group by organ, stage, lamp, sealed;
    insert into supervision.flow_change (kind, grain, start, organ, sealed, value, n)
    select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, count(*)
    from added m
    cross join lateral supervision.flow_of(
        m.channel, m.petition_class, m.subject, m.territory, m.received_on, m.end_reason, m.ended_on) f
    group by f.kind, f.grain, f.start, m.organ, m.sealed, f.value;
    if nextval('supervision.change') % 500 = 0 then
        perform supervision.fold();
    end if;
    return null;
end $$;

create function supervision.count_change() returns trigger language plpgsql as $$
begin
    insert into supervision.standing_change (organ, stage, lamp, sealed, n)
    select organ, stage, lamp, sealed, sum(n)
    from (
        select organ, stage, lamp, sealed, 1 as n from now_is where ended_on is null
        union all
        select organ, stage, lamp, sealed, -1 from was where ended_on is null) c
    group by organ, stage, lamp, sealed having sum(n) <> 0;
    if exists (
        select 1 from now_is n join was w on w.petition = n.petition
        where (n.organ, n.sealed, n.channel, n.petition_class, n.subject, n.territory, n.received_on, n.ended_on)
            is distinct from
            (w.organ, w.sealed, w.channel, w.petition_class, w.subject, w.territory, w.received_on, w.ended_on))
    then
        insert into supervision.flow_change (kind, grain, start, organ, sealed, value, n)
        select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, sum(m.n)
        from (select 1 as n, i.* from now_is i union all select -1, w.* from was w) m
        cross join lateral supervision.flow_of(
            m.channel, m.petition_class, m.subject, m.territory, m.received_on, m.end_reason, m.ended_on) f
        group by f.kind, f.grain, f.start, m.organ, m.sealed, f.value having sum(m.n) <> 0;
    end if;
    if nextval('supervision.change') % 500 = 0 then
        perform supervision.fold();
    end if;
    return null;
end $$;

create trigger matter_is_counted after insert on supervision.matter
    referencing new table as added for each statement execute function supervision.count_new();
create trigger matter_is_counted_anew after update on supervision.matter
    referencing old table as was new table as now_is for each statement execute function supervision.count_change();

-- A petition comes here when it leaves the draft, or with its circumstances when it is imported.
create function supervision.follow_petition() returns trigger language plpgsql as $$
declare
    changed text[];
begin
    select array_agg(n.id) into changed
    from now_is n join was w on w.id = n.id
    where n.state <> 'DRAFT'
        and (n.state, n.organ, n.sealed, n.petition_class, n.received_at, n.ended_at)
            is distinct from (w.state, w.organ, w.sealed, w.petition_class, w.received_at, w.ended_at);
    if changed is not null then
        perform supervision.renew(changed);
    end if;
    return null;
end $$;

create function supervision.follow_circumstance() returns trigger language plpgsql as $$
begin
    perform supervision.renew(array(select n.petition from now_is n));
    return null;
end $$;

create function supervision.follow_clock() returns trigger language plpgsql as $$
declare
    changed text[];
begin
    select array_agg(distinct n.petition) into changed
    from now_is n join was w on w.id = n.id
    where (n.state, n.lamp, n.raw_due) is distinct from (w.state, w.lamp, w.raw_due);
    if changed is not null then
        perform supervision.renew(changed);
    end if;
    return null;
end $$;

create trigger board_follows after update on casefile.petition
    referencing old table as was new table as now_is for each statement execute function supervision.follow_petition();
create trigger board_follows_new after insert on casefile.circumstance
    referencing new table as now_is for each statement execute function supervision.follow_circumstance();
create trigger board_follows after update on casefile.circumstance
    referencing new table as now_is for each statement execute function supervision.follow_circumstance();
create trigger board_follows_new after insert on deadline.clock
    referencing new table as now_is for each statement execute function supervision.follow_circumstance();
create trigger board_follows after update on deadline.clock
    referencing old table as was new table as now_is for each statement execute function supervision.follow_clock();

-- Everything anew from the rows it follows: for whoever has filled the register past the triggers.
create function supervision.rebuild() returns void language plpgsql as $$
begin
    lock table casefile.petition, casefile.circumstance, deadline.clock in share row exclusive mode;
    truncate supervision.matter, supervision.standing, supervision.standing_change, supervision.flow,
        supervision.flow_change;
    alter table supervision.matter disable trigger matter_is_counted;
    insert into supervision.matter (petition, organ, stage, sealed, channel, petition_class, subject, territory,
        received_on, lamp, clock, due, since, ended_on, end_reason)
    select petition, organ, stage, sealed, channel, petition_class, subject, territory, received_on, lamp, clock, due,
        since, ended_on, end_reason
    from supervision.computed;
    alter table supervision.matter enable trigger matter_is_counted;
    insert into supervision.standing (organ, stage, lamp, sealed, n)
    select organ, stage, lamp, sealed, count(*) from supervision.matter where ended_on is null
    group by organ, stage, lamp, sealed;
    insert into supervision.flow (kind, grain, start, organ, sealed, value, n)
    select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, count(*)
    from supervision.matter m
    cross join lateral supervision.flow_of(
        m.channel, m.petition_class, m.subject, m.territory, m.received_on, m.end_reason, m.ended_on) f
    group by f.kind, f.grain, f.start, m.organ, m.sealed, f.value;
end $$;

select supervision.rebuild();
