-- R9, R33: what comes in is told apart by focus topic and by community too (ADR 47). A matter may have several topics; its
-- community is named in the words for its place, or in its title where those name none.
alter table supervision.matter
    add column community text not null default '-',
    add column topics text[] not null default '{}';
alter table supervision.matter alter column community drop default, alter column topics drop default;

-- The name of an estate, a community or a village, in one form: 文昌里小区 and 文昌里 are one. What is left without a name of its
-- own is none.
create function supervision.community_named(name text) returns text language sql immutable as $$
    select case
        when name ~ '^(?:本|该|我们?|各|全|老旧?|旧|某|这个?|那个?|附近|周边|居民|住宅|物业|农|进|乡|新农|城中|多个|[两三几]个|修复|改造|整治|治理|加装|增设)*(?:社区|小区|公寓|花园|家园|村|里|苑|府|湾|坊|庭|郡)$' then null
        else regexp_replace(name, '^(.{2,}(?:里|苑|园|村|坊|府|湾|郡|庭|城|公寓|山庄))(?:小区|社区)$', '\1') end
$$;

-- In the words for a place: districts, streets, roads and house numbers come before it. Where they name none, in the title, if
-- it begins with one and nothing can be mistaken for it.
create function supervision.community_of(place text, title text) returns text language sql immutable as $$
    select coalesce(
        supervision.community_named((regexp_match(
            regexp_replace(
                regexp_replace(place, '[[:space:]]', '', 'g'),
                '^.*(?:省|市(?!场)|(?<![小社])区|县|街道|[一-龥]镇|[一-龥]乡|大道|路|街|巷|弄|[0-9]+号)(?=[一-龥]{2})', ''),
            '^([一-龥A-Za-z0-9]{1,9}?(?:小区|社区|花园|家园|嘉园|公寓|新村|新城|山庄|苑|[一-龥]府|[一-龥]湾|[一-龥]郡|[一-龥]庭|村|里|坊|园(?![区林里])))(?=$|[^区])'))[1]),
        supervision.community_named((regexp_match(
            regexp_replace(
                title,
                '^(?:反映|投诉|关于|请求|建议|要求|咨询|希望)?(?:[一-龥]{2,4}市)?(?:[一-龥]{2,4}(?<![小社])区)?(?:[一-龥]{2,5}(?:街道|镇))?',
                ''),
            '^([一-龥A-Za-z0-9]{1,9}?(?:花园|家园|嘉园|公寓|山庄|苑))'))[1]),
        '-')
$$;

alter table supervision.flow drop constraint flow_kind_check;
alter table supervision.flow add constraint flow_kind_check
    check (kind in ('CHANNEL', 'CLASS', 'SUBJECT', 'TERRITORY', 'COMMUNITY', 'TOPIC', 'ENDED'));

-- In which periods a matter is counted, and as what: once by each of its topics.
create function supervision.flow_of(
    channel text, petition_class text, subject text, territory text, community text, topics text[], received_on date,
    end_reason text, ended_on date)
    returns table (kind text, grain text, start date, value text) language sql immutable as $$
    select d.kind, g.grain, g.start, d.value
    from (
        select v.kind, v.value, v.day
        from (values
            ('CHANNEL', channel, received_on),
            ('CLASS', petition_class, received_on),
            ('SUBJECT', subject, received_on),
            ('TERRITORY', territory, received_on),
            ('COMMUNITY', community, received_on),
            ('ENDED', end_reason, ended_on)) as v (kind, value, day)
        union all
        select 'TOPIC', t.topic, received_on from unnest(topics) as t (topic)) d
    cross join lateral (values
        ('DAY', d.day),
        ('WEEK', date_trunc('week', d.day::timestamp)::date),
        ('MONTH', date_trunc('month', d.day::timestamp)::date)) as g (grain, start)
    where d.day is not null
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
    case when p.state = 'ENDED' then coalesce(p.end_reason, '-') end as end_reason,
    coalesce(supervision.community_of(w.place, w.title), '-') as community,
    array(select t.topic from casefile.petition_topic t where t.petition = p.id order by t.topic) as topics
from casefile.petition p
left join lateral (
    select j.at from casefile.journal j where j.petition = p.id order by j.seq desc limit 1) last on true
left join casefile.circumstance c on c.petition = p.id
left join casefile.content w on w.petition = p.id
left join lateral supervision.worst_clock(p.id) k on p.state <> 'ENDED'
where p.state not in ('DRAFT', 'VOID');

create or replace function supervision.renew(numbers text[]) returns void language sql as $$
    insert into supervision.matter as m (petition, organ, stage, sealed, channel, petition_class, subject, territory,
        received_on, lamp, clock, due, since, ended_on, end_reason, community, topics)
    select c.petition, c.organ, c.stage, c.sealed, c.channel, c.petition_class, c.subject, c.territory, c.received_on,
        c.lamp, c.clock, c.due, c.since, c.ended_on, c.end_reason, c.community, c.topics
    from supervision.computed c
    where c.petition = any(numbers)
    on conflict (petition) do update
    set organ = excluded.organ, stage = excluded.stage, sealed = excluded.sealed, channel = excluded.channel,
        petition_class = excluded.petition_class, subject = excluded.subject, territory = excluded.territory,
        received_on = excluded.received_on, lamp = excluded.lamp, clock = excluded.clock, due = excluded.due,
        since = case when m.stage = excluded.stage then m.since else excluded.since end,
        ended_on = excluded.ended_on, end_reason = excluded.end_reason, community = excluded.community,
        topics = excluded.topics
    where (m.organ, m.stage, m.sealed, m.channel, m.petition_class, m.subject, m.territory, m.received_on, m.lamp,
            m.clock, m.due, m.ended_on, m.end_reason, m.community, m.topics)
        is distinct from (excluded.organ, excluded.stage, excluded.sealed, excluded.channel, excluded.petition_class,
            excluded.subject, excluded.territory, excluded.received_on, excluded.lamp, excluded.clock, excluded.due,
            excluded.ended_on, excluded.end_reason, excluded.community, excluded.topics)
$$;

create or replace function supervision.count_new() returns trigger language plpgsql as $$
begin
    insert into supervision.standing_change (organ, stage, lamp, sealed, n)
    select organ, stage, lamp, sealed, count(*) from added where ended_on is null group by organ, stage, lamp, sealed;
    insert into supervision.flow_change (kind, grain, start, organ, sealed, value, n)
    select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, count(*)
    from added m
    cross join lateral supervision.flow_of(
        m.channel, m.petition_class, m.subject, m.territory, m.community, m.topics, m.received_on,
        m.end_reason, m.ended_on) f
    group by f.kind, f.grain, f.start, m.organ, m.sealed, f.value;
    if nextval('supervision.change') % 500 = 0 then
        perform supervision.fold();
    end if;
    return null;
end $$;

create or replace function supervision.count_change() returns trigger language plpgsql as $$
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
        where (n.organ, n.sealed, n.channel, n.petition_class, n.subject, n.territory, n.received_on, n.ended_on,
                n.community, n.topics)
            is distinct from
            (w.organ, w.sealed, w.channel, w.petition_class, w.subject, w.territory, w.received_on, w.ended_on,
                w.community, w.topics))
    then
        insert into supervision.flow_change (kind, grain, start, organ, sealed, value, n)
        select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, sum(m.n)
        from (select 1 as n, i.* from now_is i union all select -1, w.* from was w) m
        cross join lateral supervision.flow_of(
            m.channel, m.petition_class, m.subject, m.territory, m.community, m.topics, m.received_on, m.end_reason,
            m.ended_on) f
        group by f.kind, f.grain, f.start, m.organ, m.sealed, f.value having sum(m.n) <> 0;
    end if;
    if nextval('supervision.change') % 500 = 0 then
        perform supervision.fold();
    end if;
    return null;
end $$;

drop function supervision.flow_of(text, text, text, text, date, text, date);

-- A corrected place or title, and topics given or taken away.
create function supervision.follow_content() returns trigger language plpgsql as $$
begin
    perform supervision.renew(array(
        select n.petition from now_is n join was w on w.petition = n.petition
        where (n.place, n.title) is distinct from (w.place, w.title)));
    return null;
end $$;

create function supervision.follow_topics() returns trigger language plpgsql as $$
begin
    perform supervision.renew(array(select distinct n.petition from now_is n));
    return null;
end $$;

create trigger board_follows after update on casefile.content
    referencing old table as was new table as now_is for each statement execute function supervision.follow_content();
create trigger board_follows_new after insert on casefile.petition_topic
    referencing new table as now_is for each statement execute function supervision.follow_topics();
create trigger board_follows_gone after delete on casefile.petition_topic
    referencing old table as now_is for each statement execute function supervision.follow_topics();

create or replace function supervision.rebuild() returns void language plpgsql as $$
begin
    lock table casefile.petition, casefile.circumstance, casefile.content, casefile.petition_topic, casefile.link,
        deadline.clock, dispatch.forwarding, evaluation.evaluation, review.request, notice.paper
        in share row exclusive mode;
    truncate supervision.matter, supervision.standing, supervision.standing_change, supervision.flow,
        supervision.flow_change;
    alter table supervision.matter disable trigger matter_is_counted;
    insert into supervision.matter (petition, organ, stage, sealed, channel, petition_class, subject, territory,
        received_on, lamp, clock, due, since, ended_on, end_reason, community, topics)
    select petition, organ, stage, sealed, channel, petition_class, subject, territory, received_on, lamp, clock, due,
        since, ended_on, end_reason, community, topics
    from supervision.computed;
    alter table supervision.matter enable trigger matter_is_counted;
    insert into supervision.standing (organ, stage, lamp, sealed, n)
    select organ, stage, lamp, sealed, count(*) from supervision.matter where ended_on is null
    group by organ, stage, lamp, sealed;
    insert into supervision.flow (kind, grain, start, organ, sealed, value, n)
    select f.kind, f.grain, f.start, m.organ, m.sealed, f.value, count(*)
    from supervision.matter m
    cross join lateral supervision.flow_of(
        m.channel, m.petition_class, m.subject, m.territory, m.community, m.topics, m.received_on,
        m.end_reason, m.ended_on) f
    group by f.kind, f.grain, f.start, m.organ, m.sealed, f.value;
    perform supervision.rebuild_marks();
end $$;

select supervision.rebuild();
