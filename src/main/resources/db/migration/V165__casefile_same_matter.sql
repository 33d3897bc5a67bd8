-- By what a letter is found again when the same matter comes: the print of its normalised text, and the pairs of characters
-- in its title, its place and the names it holds. Derived from casefile.content, and no more readable than an index.
create table casefile.likeness (
    petition text primary key references casefile.petition (id),
    print text not null,
    pairs integer[] not null
);

create index likeness_print on casefile.likeness (print, petition);
create index likeness_pairs on casefile.likeness using gin (pairs);

-- Letters that are still to be read for it: those of a batch, and those registered before this table was there.
create table casefile.unread (
    petition text primary key references casefile.petition (id)
);

insert into casefile.unread (petition) select petition from casefile.content;

-- The same person, newest first: a telephone that thousands give is read as far as the limit goes and no further.
drop index casefile.person_phone;
drop index casefile.person_id_number;
create index person_phone on casefile.person (phone_mac, petition) where phone_mac is not null;
create index person_id_number on casefile.person (id_number_mac, petition) where id_number_mac is not null;
create index person_name on casefile.person (name, petition) where name <> '';

create index petition_source_ref on casefile.petition (source_ref) where source_ref is not null;

-- What an officer found one matter to be to an earlier one. A link is never deleted: it is withdrawn, with a reason.
create table casefile.link (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    earlier text not null references casefile.petition (id),
    kind text not null check (kind in ('REPEAT', 'JOINT', 'NEW_FACTS')),
    reason text not null check (char_length(reason) between 1 and 500),
    score integer not null check (score between 0 and 100),
    grounds text not null,
    linked_by text not null,
    linked_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_because text check (char_length(withdrawn_because) between 1 and 500),
    check (petition <> earlier),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check ((withdrawn_by is null) = (withdrawn_because is null))
);

create unique index link_once on casefile.link (least(petition, earlier), greatest(petition, earlier))
    where withdrawn_at is null;
create index link_petition on casefile.link (petition);
create index link_earlier on casefile.link (earlier);

create trigger link_is_kept before delete or truncate on casefile.link
    for each statement execute function casefile.refuse_change();

-- Repeat, joint, collective and skip-level told apart, for figures. 初次: not a repeat of anything this organ (the city) had
-- before. 集体访: five visitors or more. 越级 (article 20): a visit to an organ above the next higher level of the organ
-- whose matter it is.
create view casefile.told_apart as
select p.id as petition,
    not exists (select 1 from casefile.link l join casefile.petition e on e.id = l.earlier
        where l.petition = p.id and l.kind = 'REPEAT' and l.withdrawn_at is null
            and e.registered_by = p.registered_by) as first_here,
    not exists (select 1 from casefile.link l
        where l.petition = p.id and l.kind = 'REPEAT' and l.withdrawn_at is null) as first_in_city,
    exists (select 1 from casefile.link l
        where (l.petition = p.id or l.earlier = p.id) and l.kind = 'JOINT' and l.withdrawn_at is null) as joint,
    p.channel = 'VISIT' and p.visitor_count >= 5 as collective,
    p.channel = 'VISIT' and r.level = 'CITY' and h.level = 'STREET' as skip_level
from casefile.petition p
join organ.organ r on r.id = p.registered_by
join organ.organ h on h.id = p.organ;
