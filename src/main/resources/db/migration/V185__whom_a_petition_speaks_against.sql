-- Articles 28, 30 and 46: whom a petition speaks against, who is bound to whom, and which officers must therefore have
-- nothing to do with it. What is barred is worked out from facts by one function and kept as rows, so that every list can
-- leave out what its reader must not learn of.

-- 利害关系: declared by the officer himself or entered by an administrator; a row is ended, never deleted.
create table organ.relation (
    id bigint generated always as identity primary key,
    officer text not null references organ.officer,
    kind text not null check (kind in ('KINSHIP', 'STAKE', 'FORMER_POST', 'OTHER')),
    other_officer text references organ.officer check (other_officer <> officer),
    other_organ text references organ.organ,
    -- the registered name of an enterprise or other organisation that is no organ of this city
    enterprise text check (length(enterprise) between 2 and 100),
    since date not null,
    -- the day on which it was said to be over; one that is over bars nobody
    until date,
    declared_by text not null,
    declared_at timestamptz not null,
    check (num_nonnulls(other_officer, other_organ, enterprise) = 1),
    check (until is null or until >= since)
);

create index on organ.relation (officer);
create index on organ.relation (other_officer) where other_officer is not null;
create index on organ.relation (enterprise) where enterprise is not null;

-- 被反映人、被反映单位: restricted, in no paper and in no list. Taken back by marking, never by deleting.
create table casefile.accused (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    organ text references organ.organ (id),
    officer text references organ.officer (id),
    name text not null check (char_length(name) <= 100),
    post text not null check (char_length(post) <= 100),
    named_at timestamptz not null,
    named_by text not null,
    removed_at timestamptz,
    removed_by text,
    check (organ is not null or officer is not null or name <> ''),
    check ((removed_at is null) = (removed_by is null))
);

create index accused_petition on casefile.accused (petition);

-- 回避: who has been excused from this petition by a decision.
create table casefile.recused (
    petition text not null references casefile.petition (id),
    officer text not null references organ.officer (id),
    since timestamptz not null,
    primary key (petition, officer)
);

create table casefile.barred (
    petition text not null references casefile.petition (id),
    officer text not null references organ.officer (id),
    because text not null check (because in ('ACCUSED', 'ACCUSED_UNIT', 'RELATION', 'RECUSED')),
    primary key (petition, officer)
);

create index barred_officer on casefile.barred (officer);

-- The officers a petition speaks against; one who is known by name only is every officer of that name (in that unit).
create function casefile.accused_officers(number text) returns table (officer text) language sql stable rows 2 as $$
    select a.officer from casefile.accused a
    where a.petition = number and a.removed_at is null and a.officer is not null
    union
    select o.id from casefile.accused a
    join organ.officer o on o.name = a.name and (a.organ is null or a.organ = o.organ)
    where a.petition = number and a.removed_at is null and a.officer is null and a.name <> ''
$$;

-- The units it speaks against, with their inner sections and with who took over their work. A person's unit is one of them
-- while the matter is secret or not yet classified (article 30), and always when he leads it. A government's subordinate
-- organs are no sections of it.
create function casefile.accused_units(number text) returns table (organ text) language sql stable rows 2 as $$
    with recursive unit as (
        (select a.organ as id from casefile.accused a
        where a.petition = number and a.removed_at is null and a.organ is not null and a.officer is null and a.name = ''
        union
        select o.organ from casefile.accused_officers(number) c
        join organ.officer o on o.id = c.officer
        where exists (select 1 from casefile.petition p
                where p.id = number and (p.sealed or p.petition_class is null))
            or exists (select 1 from organ.officer_role r where r.officer = o.id and r.role in ('SIGN', 'LEAD'))
            or exists (select 1 from organ.organ u where u.first_responsible = o.id)
        union
        select a.organ from casefile.accused a
        join casefile.petition p on p.id = a.petition and (p.sealed or p.petition_class is null)
        where a.petition = number and a.removed_at is null and a.organ is not null and a.name <> '')
        union
        select w.successor from unit u join organ.organ w on w.id = u.id
        where w.successor is not null and not w.valid)
    select o.id from unit u
    join organ.organ w on w.id = u.id
    join organ.organ o on o.id = w.id or (w.kind <> 'GOVERNMENT' and starts_with(o.path, w.path))
$$;

-- Everybody who must have nothing to do with a petition, with the nearest reason first.
create function casefile.bars(number text) returns table (officer text, because text)
    language sql stable rows 10 as $$
    with culprit as materialized (select c.officer from casefile.accused_officers(number) c),
    inside as materialized (select u.organ from casefile.accused_units(number) u),
    found (officer, because, rank) as (
        select c.officer, 'ACCUSED', 1 from culprit c
        union all
        select o.id, 'ACCUSED_UNIT', 2 from inside i join organ.officer o on o.organ = i.organ
        union all
        select r.officer, 'RELATION', 3 from organ.relation r
        where r.until is null
            and (r.other_officer in (select officer from culprit)
                or r.other_organ in (select organ from inside)
                or r.enterprise in (
                    select a.name from casefile.accused a
                    where a.petition = number and a.removed_at is null and a.officer is null
                    union
                    select p.name from casefile.person p where p.petition = number))
        union all
        select r.other_officer, 'RELATION', 3 from organ.relation r
        where r.until is null
            and r.other_officer is not null and r.officer in (select officer from culprit)
        union all
        select d.officer, 'RECUSED', 4 from casefile.recused d where d.petition = number)
    select distinct on (f.officer) f.officer, f.because from found f order by f.officer, f.rank
$$;

-- Puts the rows of one petition right; returns how many changed.
create function casefile.renew_bars(number text) returns integer language sql volatile as $$
    with now_barred as materialized (select b.officer, b.because from casefile.bars(number) b),
    gone as (
        delete from casefile.barred b
        where b.petition = number and b.officer not in (select officer from now_barred)
        returning 1),
    come as (
        insert into casefile.barred as b (petition, officer, because)
        select number, n.officer, n.because from now_barred n
        on conflict (petition, officer) do update set because = excluded.because where b.because <> excluded.because
        returning 1)
    select (select count(*) from gone)::integer + (select count(*) from come)::integer
$$;
