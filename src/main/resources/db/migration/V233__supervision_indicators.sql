-- Indicators with numerator and denominator, kept ready like the other figures of the board (ADR 47). What happened to a
-- matter is put down as marks, a few for each matter; marks are counted by day and by month.

-- Lengths that a figure needs and no law gives. Whoever changes RESOLUTION calls supervision.rebuild().
create table supervision.term (
    name text primary key check (name in ('RESOLUTION', 'ECHO')),
    days integer not null check (days between 1 and 730),
    source text not null
);

insert into supervision.term (name, days, source) values
    ('RESOLUTION', 90, '内部工作要求：答复之后多少日内没有再次提出，才算一次性化解'),
    ('ECHO', 30, '内部工作要求：最近多少日内有过告知或者答复，才算有回音');

create table supervision.mark (
    petition text not null references casefile.petition (id),
    measure text not null check (measure in ('SORTING', 'ACCEPTANCE', 'HANDLING', 'RESOLUTION', 'RATING', 'OFFICE_RATING',
        'REGISTERED', 'SENT', 'REVIEW_WINDOW', 'REVIEW_DECISION', 'ECHO')),
    part bigint not null,
    day date not null,
    organ text not null,
    sealed boolean not null,
    outcome text not null,
    days integer not null,
    primary key (petition, measure, part)
);
comment on column supervision.mark.part is 'tells several of one kind apart: the id of the clock or of the forwarding; 0 where there is one only';
comment on column supervision.mark.day is 'the day by which it belongs to a period: the day it is due where there is one';
comment on column supervision.mark.organ is 'whose doing is measured, which need not be the organ that has the matter now';
comment on column supervision.mark.days is 'how long it took, where that is measured; else 0';

create index mark_listed on supervision.mark (measure, outcome, day, petition, part) include (organ, sealed);

create table supervision.indicator (
    grain text not null check (grain in ('DAY', 'MONTH')),
    start date not null,
    measure text not null,
    organ text not null,
    sealed boolean not null,
    outcome text not null,
    n bigint not null,
    days bigint not null,
    primary key (grain, start, measure, organ, sealed, outcome)
);

-- Matters whose marks may have changed since they were counted: appended, never waited for.
create table supervision.stale (
    petition text not null
);

create sequence supervision.touched;

-- The marks of these matters as they are to be; every definition of an indicator rests on one of these parts. What is read is
-- named by its number, so that it is found along an index; what is put together here is hashed, be it one matter or thousands.
create function supervision.marks_of(numbers text[])
    returns table (petition text, measure text, part bigint, day date, organ text, sealed boolean, outcome text, days integer)
    language sql stable rows 2000 set enable_nestloop = off set jit = off as $$
    with p as materialized (
        select p.id, p.organ, p.registered_by, p.sealed, p.state, p.channel, p.route,
            (p.registered_at at time zone 'Asia/Shanghai')::date as registered_on,
            exists (
                select 1 from casefile.link l
                where l.petition = p.id and l.kind = 'REPEAT' and l.withdrawn_at is null) as repeated
        from casefile.petition p
        where p.id = any(numbers) and p.state not in ('DRAFT', 'VOID')),
    k as materialized (
        select c.petition, c.id, c.kind, c.state, c.holder, c.start_on, c.raw_due, c.legal_due,
            (c.ended_at at time zone 'Asia/Shanghai')::date as ended_on
        from deadline.clock c
        where c.petition = any(numbers) and c.kind in ('D2', 'D3', 'D4', 'D6', 'D10', 'D12', 'D22') and c.state <> 'HELD'),
    f as materialized (
        select f.petition, f.id, f.sender, f.state, (f.forwarded_at at time zone 'Asia/Shanghai')::date as forwarded_on,
            count(*) filter (where f.state = 'RETURNED') over (
                partition by f.petition order by f.id rows between unbounded preceding and 1 preceding) > 0 as again
        from dispatch.forwarding f
        where f.petition = any(numbers)),
    r as materialized (
        select r.petition, r.handling_organ, r.outcome, (r.decided_at at time zone 'Asia/Shanghai')::date as decided_on
        from review.request r
        where r.petition = any(numbers)),
    e as materialized (
        select e.petition, e.organ_rating, e.office_rating from evaluation.evaluation e where e.petition = any(numbers)),
    sorting as (
        select distinct on (k.petition) k.petition, k.start_on, k.raw_due,
            case when k.state = 'MET' then k.ended_on end as ended_on
        from k
        where k.kind = 'D2' and k.state <> 'CANCELLED'
        order by k.petition, k.id),
    -- by the first 信访部门 that did anything about it
    sorted as (
        select s.petition, s.start_on, s.raw_due, least(s.ended_on, sent.first_on) as done_on
        from sorting s
        left join (select f.petition, min(f.forwarded_on) as first_on from f group by f.petition) sent
            on sent.petition = s.petition),
    -- a right of the petitioner, used or not; what ended before its last day for another reason is neither
    w as (
        select last.petition, last.kind, last.holder, last.legal_due, last.state = 'RUNNING' as open
        from (
            select k.*, row_number() over (partition by k.petition, k.kind order by k.id desc) as place
            from k where k.kind in ('D12', 'D22')) last
        where last.place = 1 and (last.state <> 'CANCELLED' or last.ended_on > last.legal_due)),
    answered as (
        select last.petition, last.ended_on,
            last.ended_on + (select t.days from supervision.term t where t.name = 'RESOLUTION') as known_on
        from (
            select distinct on (k.petition) k.petition, k.state, k.ended_on
            from k
            where k.kind in ('D6', 'D10') and k.state <> 'CANCELLED'
            order by k.petition, k.id desc) last
        where last.state = 'MET'),
    raised as (
        select distinct a.petition
        from answered a
        join (
            select l.earlier as petition, (
                select (x.received_at at time zone 'Asia/Shanghai')::date from casefile.petition x
                where x.id = l.petition) as received_on
            from casefile.link l
            where l.earlier = any(numbers) and l.kind = 'REPEAT' and l.withdrawn_at is null) again
            on again.petition = a.petition
        where again.received_on > a.ended_on and again.received_on <= a.known_on),
    told as (
        select n.petition, max(case when n.kind in ('REGISTRATION_RECEIPT', 'WHEREABOUTS_NOTICE')
            then (n.issued_at at time zone 'Asia/Shanghai')::date else n.sent_on end) as day
        from notice.paper n
        where n.petition = any(numbers) and n.kind in ('REGISTRATION_RECEIPT', 'WHEREABOUTS_NOTICE', 'ACCEPTANCE_NOTICE',
            'DECLINE_NOTICE', 'NO_FURTHER_NOTICE', 'GUIDANCE_NOTICE', 'EXTENSION_NOTICE', 'CONVERSION_NOTICE',
            'SIMPLIFIED_REPLY', 'OPINION', 'SUGGESTION_REPLY', 'SPOT_ANSWER', 'REVIEW_OPINION')
        group by n.petition)

    -- article 22: within the period that began with receipt
    select p.id, 'SORTING', 0::bigint, s.raw_due, p.registered_by, p.sealed,
        case when s.done_on is null then 'OPEN' when s.done_on <= s.raw_due then 'IN_TIME' else 'LATE' end,
        coalesce(s.done_on - s.start_on, 0)
    from p join sorted s on s.petition = p.id
    where not p.repeated

    union all
    -- article 23: the organ told the petitioner whether it takes the matter on; what it handed back is not its own
    select p.id, 'ACCEPTANCE', k.id, k.raw_due, k.holder, p.sealed,
        case when k.state = 'RUNNING' then 'OPEN' when k.ended_on <= k.raw_due then 'IN_TIME' else 'LATE' end,
        case when k.state = 'MET' then k.ended_on - k.start_on else 0 end
    from p join k on k.petition = p.id
    where k.kind in ('D3', 'D4') and k.state <> 'CANCELLED' and not p.repeated and p.route is distinct from 'LITIGATION'

    union all
    -- article 34 and the rules of the simplified procedure: extensions and the way back to the ordinary one have moved the day
    select p.id, 'HANDLING', k.id, k.raw_due, k.holder, p.sealed,
        case when k.state = 'RUNNING' then 'OPEN' when k.ended_on <= k.raw_due then 'IN_TIME' else 'LATE' end,
        case when k.state = 'MET' then k.ended_on - k.start_on else 0 end
    from p join k on k.petition = p.id
    where k.kind in ('D6', 'D10') and k.state <> 'CANCELLED'

    union all
    -- known only when so many days have gone by since the answer: that day is the one it belongs to
    select p.id, 'RESOLUTION', 0, a.known_on, p.organ, p.sealed,
        case when r.petition is not null then 'REVIEWED' when raised.petition is not null then 'RAISED_AGAIN' else 'SETTLED' end,
        0
    from p join answered a on a.petition = p.id
    left join r on r.petition = p.id
    left join raised on raised.petition = p.id
    where not p.repeated

    union all
    select p.id, 'RATING', 0, w.legal_due, w.holder, p.sealed,
        coalesce(e.organ_rating, case when w.open then 'OPEN' else 'LAPSED' end), 0
    from p join w on w.petition = p.id
    left join e on e.petition = p.id
    where w.kind = 'D22' and p.route is distinct from 'LITIGATION'

    union all
    select p.id, 'OFFICE_RATING', 0, w.legal_due, p.registered_by, p.sealed,
        coalesce(e.office_rating, case when w.open then 'OPEN' else 'LAPSED' end), 0
    from p join w on w.petition = p.id
    join organ.organ o on o.id = p.registered_by
    left join e on e.petition = p.id
    where w.kind = 'D22' and o.kind = 'PETITION_BUREAU' and p.route is distinct from 'LITIGATION'

    union all
    select p.id, 'REGISTERED', 0, p.registered_on, p.organ, p.sealed,
        case when p.repeated then 'REPEAT' else 'FIRST' end || case when p.channel = 'ONLINE' then '_ONLINE' else '' end, 0
    from p

    union all
    select p.id, 'SENT', f.id, f.forwarded_on, f.sender, p.sealed,
        case when f.again then 'AGAIN' else 'FIRST' end || case when f.state = 'RETURNED' then '_RETURNED' else '' end, 0
    from p join f on f.petition = p.id

    union all
    select p.id, 'REVIEW_WINDOW', 0, w.legal_due, w.holder, p.sealed,
        case when r.petition is not null then 'ASKED' when w.open then 'OPEN' else 'LAPSED' end, 0
    from p join w on w.petition = p.id
    left join r on r.petition = p.id
    where w.kind = 'D12'

    union all
    select p.id, 'REVIEW_DECISION', 0, r.decided_on, r.handling_organ, p.sealed, r.outcome, 0
    from p join r on r.petition = p.id
    where r.decided_on is not null

    union all
    -- R54: the last thing the petitioner was told about what is still open
    select p.id, 'ECHO', 0, coalesce(told.day, p.registered_on), p.organ, p.sealed,
        case when told.day is null then 'NEVER' else 'TOLD' end, 0
    from p left join told on told.petition = p.id
    where p.state <> 'ENDED'
$$;

-- Marks that have changed are written and counted; one at a time, and nobody waits for it.
create function supervision.settle() returns void language plpgsql as $$
declare
    touched text[];
begin
    if not pg_try_advisory_xact_lock(233) then
        return;
    end if;
    with gone as (
        delete from supervision.stale
        where ctid = any(array(select s.ctid from supervision.stale s limit 4000)) returning petition)
    select array_agg(distinct g.petition) into touched from gone g;
    if touched is not null then
        perform supervision.count_marks(touched);
    end if;
end $$;

create function supervision.count_marks(numbers text[]) returns void
    language sql set enable_nestloop = off set jit = off as $$
    with now_is as materialized (select * from supervision.marks_of(numbers)),
    was as materialized (select * from supervision.mark m where m.petition = any(numbers)),
    gone as (
        delete from supervision.mark m
        where m.petition = any(numbers)
            and not exists (
                select 1 from now_is n where n.petition = m.petition and n.measure = m.measure and n.part = m.part)),
    put as (
        insert into supervision.mark as m (petition, measure, part, day, organ, sealed, outcome, days)
        select n.petition, n.measure, n.part, n.day, n.organ, n.sealed, n.outcome, n.days from now_is n
        where not exists (
            select 1 from was w
            where w.petition = n.petition and w.measure = n.measure and w.part = n.part and w.day = n.day
                and w.organ = n.organ and w.sealed = n.sealed and w.outcome = n.outcome and w.days = n.days)
        on conflict (petition, measure, part) do update
        set day = excluded.day, organ = excluded.organ, sealed = excluded.sealed, outcome = excluded.outcome,
            days = excluded.days),
    changed as materialized (
        select c.measure, c.day, c.organ, c.sealed, c.outcome, sum(c.n) as n, sum(c.n * c.days) as days
        from (
            select 1 as n, n.measure, n.day, n.organ, n.sealed, n.outcome, n.days from now_is n
            union all
            select -1, w.measure, w.day, w.organ, w.sealed, w.outcome, w.days from was w) c
        group by c.measure, c.day, c.organ, c.sealed, c.outcome
        having sum(c.n) <> 0 or sum(c.n * c.days) <> 0)
    insert into supervision.indicator as i (grain, start, measure, organ, sealed, outcome, n, days)
    select 'DAY', c.day, c.measure, c.organ, c.sealed, c.outcome, c.n, c.days from changed c
    union all
    select 'MONTH', date_trunc('month', c.day::timestamp)::date, c.measure, c.organ, c.sealed, c.outcome, sum(c.n), sum(c.days)
    from changed c
    group by date_trunc('month', c.day::timestamp)::date, c.measure, c.organ, c.sealed, c.outcome
    having sum(c.n) <> 0 or sum(c.days) <> 0
    on conflict (grain, start, measure, organ, sealed, outcome) do update
    set n = i.n + excluded.n, days = i.days + excluded.days
$$;

create function supervision.touch(numbers text[]) returns void language plpgsql as $$
begin
    if cardinality(numbers) > 0 then
        insert into supervision.stale (petition) select distinct n from unnest(numbers) n;
        if nextval('supervision.touched') % 300 = 0 then
            perform supervision.settle();
        end if;
    end if;
end $$;

create or replace function supervision.follow_petition() returns trigger language plpgsql as $$
declare
    changed text[];
begin
    select array_agg(n.id) into changed
    from now_is n join was w on w.id = n.id
    where n.state <> 'DRAFT'
        and (n.state, n.organ, n.sealed, n.petition_class, n.route, n.received_at, n.ended_at)
            is distinct from (w.state, w.organ, w.sealed, w.petition_class, w.route, w.received_at, w.ended_at);
    if changed is not null then
        perform supervision.renew(changed);
        perform supervision.touch(changed);
    end if;
    return null;
end $$;

-- An imported petition comes here with its circumstances.
create function supervision.follow_new_circumstance() returns trigger language plpgsql as $$
declare
    added text[] := array(select n.petition from now_is n);
begin
    perform supervision.renew(added);
    perform supervision.touch(added);
    return null;
end $$;

create function supervision.follow_new_clock() returns trigger language plpgsql as $$
begin
    perform supervision.renew(array(select n.petition from now_is n));
    perform supervision.touch(array(
        select n.petition from now_is n where n.kind in ('D2', 'D3', 'D4', 'D6', 'D10', 'D12', 'D22')));
    return null;
end $$;

drop trigger board_follows_new on casefile.circumstance;
create trigger board_follows_new after insert on casefile.circumstance
    referencing new table as now_is for each statement execute function supervision.follow_new_circumstance();
drop trigger board_follows_new on deadline.clock;
create trigger board_follows_new after insert on deadline.clock
    referencing new table as now_is for each statement execute function supervision.follow_new_clock();

-- A lamp that turns changes no mark: days decide, and they are kept.
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
    perform supervision.touch(array(
        select n.petition
        from now_is n join was w on w.id = n.id
        where (n.state, n.raw_due, n.legal_due, n.holder, n.start_on)
                is distinct from (w.state, w.raw_due, w.legal_due, w.holder, w.start_on)
            and n.kind in ('D2', 'D3', 'D4', 'D6', 'D10', 'D12', 'D22')));
    return null;
end $$;

create function supervision.touch_rows() returns trigger language plpgsql as $$
begin
    perform supervision.touch(array(select n.petition from now_is n));
    return null;
end $$;

-- A link says something of both its matters: that one came again, and that the other was raised again.
create function supervision.touch_links() returns trigger language plpgsql as $$
begin
    perform supervision.touch(array(
        select n.petition from now_is n union all select n.earlier from now_is n));
    return null;
end $$;

create trigger board_follows_new after insert on dispatch.forwarding
    referencing new table as now_is for each statement execute function supervision.touch_rows();
create trigger board_follows after update on dispatch.forwarding
    referencing new table as now_is for each statement execute function supervision.touch_rows();
create trigger board_follows_new after insert on evaluation.evaluation
    referencing new table as now_is for each statement execute function supervision.touch_rows();
create trigger board_follows_new after insert on review.request
    referencing new table as now_is for each statement execute function supervision.touch_rows();
create trigger board_follows after update on review.request
    referencing new table as now_is for each statement execute function supervision.touch_rows();
create trigger board_follows_new after insert on notice.paper
    referencing new table as now_is for each statement execute function supervision.touch_rows();
create trigger board_follows after update on notice.paper
    referencing new table as now_is for each statement execute function supervision.touch_rows();
create trigger board_follows_new after insert on casefile.link
    referencing new table as now_is for each statement execute function supervision.touch_links();
create trigger board_follows after update on casefile.link
    referencing new table as now_is for each statement execute function supervision.touch_links();

-- All marks anew, a few thousand matters at a time.
create function supervision.rebuild_marks() returns void language plpgsql as $$
declare
    last text := '';
    numbers text[];
begin
    perform pg_advisory_xact_lock(233);
    truncate supervision.mark, supervision.indicator, supervision.stale;
    drop index supervision.mark_listed;
    loop
        select array_agg(p.id order by p.id) into numbers
        from (select id from casefile.petition where id > last order by id limit 5000) p;
        exit when numbers is null;
        last := numbers[cardinality(numbers)];
        insert into supervision.mark (petition, measure, part, day, organ, sealed, outcome, days)
        select petition, measure, part, day, organ, sealed, outcome, days from supervision.marks_of(numbers);
    end loop;
    create index mark_listed on supervision.mark (measure, outcome, day, petition, part) include (organ, sealed);
    insert into supervision.indicator (grain, start, measure, organ, sealed, outcome, n, days)
    select g.grain, g.start, m.measure, m.organ, m.sealed, m.outcome, count(*), sum(m.days)
    from supervision.mark m
    cross join lateral (values
        ('DAY', m.day),
        ('MONTH', date_trunc('month', m.day::timestamp)::date)) as g (grain, start)
    group by g.grain, g.start, m.measure, m.organ, m.sealed, m.outcome;
end $$;

-- Everything anew from the rows it follows: for whoever has filled the register past the triggers.
create or replace function supervision.rebuild() returns void language plpgsql as $$
begin
    lock table casefile.petition, casefile.circumstance, casefile.link, deadline.clock, dispatch.forwarding,
        evaluation.evaluation, review.request, notice.paper in share row exclusive mode;
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
    perform supervision.rebuild_marks();
end $$;

select supervision.rebuild_marks();
