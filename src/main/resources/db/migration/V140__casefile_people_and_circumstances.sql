-- In what capacity somebody stands in a case file, and what a matter comes with beside its text (articles 17, 19, 20, 48).
alter table casefile.person
    add column role text not null default 'PRINCIPAL'
        check (role in ('PRINCIPAL', 'REPRESENTATIVE', 'CO_PETITIONER', 'PROXY', 'DEPUTY')),
    add column enterprise_size text check (enterprise_size in ('LARGE', 'MEDIUM_SMALL_MICRO')),
    add column nationality text not null default '',
    -- what a proxy is to the petitioner, and what entitles him: two facts
    add column relation text,
    add column authority text,
    add check ((role = 'PROXY') = (relation is not null) and (relation is null) = (authority is null));

update casefile.person set role = 'CO_PETITIONER' where position > 1;

alter table casefile.person alter column role drop default;

create index person_enterprise on casefile.person (enterprise_size) where enterprise_size is not null;

create table casefile.circumstance (
    petition text primary key references casefile.petition (id),
    source text not null,
    outcome_owed boolean not null default false,
    affected_count integer check (affected_count >= 1),
    -- where the problem is: a government or a street of the tree; free words for it stay in casefile.content.place
    territory text references organ.organ (id),
    content_class text check (content_class ~ '^[0-9]{6}$'),
    discovered boolean not null default false,
    origin text references casefile.petition (id),
    check (origin <> petition)
);

-- what figures ask for; the usual case stands in no index
create index circumstance_source on casefile.circumstance (source) where source <> 'DIRECT';
create index circumstance_territory on casefile.circumstance (territory) where territory is not null;
create index circumstance_class on casefile.circumstance (content_class) where content_class is not null;
create index circumstance_discovered on casefile.circumstance (petition) where discovered;
create index circumstance_origin on casefile.circumstance (origin) where origin is not null;

insert into casefile.circumstance (petition, source)
select p.id, case p.channel when 'MAILBOX' then 'LEADER_MAILBOX' else 'DIRECT' end
from casefile.petition p join casefile.content c on c.petition = p.id;

-- 重点专题 (R33): an administrator adds to them; one that is retired stays with the matters that have it.
create table casefile.topic (
    code text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    label text not null unique,
    note text not null,
    valid boolean not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create sequence casefile.topic_number;

create table casefile.petition_topic (
    petition text not null references casefile.petition (id),
    topic text not null references casefile.topic (code),
    primary key (petition, topic)
);

create index petition_topic_topic on casefile.petition_topic (topic);

insert into casefile.topic (code, label, note, valid, changed_by, changed_at) values
    ('BUSINESS_CLIMATE', '营商环境', '企业生产经营、政务服务、市场秩序', true, 'system', '2026-01-01T00:00:00+08:00'),
    ('CITY_SAFETY', '城市安全', '消防、房屋、燃气、工地、道路等安全隐患', true, 'system', '2026-01-01T00:00:00+08:00'),
    ('OLD_AND_REMOTE', '老小旧远', '老旧小区改造和偏远片区的居住条件', true, 'system', '2026-01-01T00:00:00+08:00');

-- What a letter was as a whole before its items went different ways; kept as it came, nothing is lost.
create table casefile.whole_letter (
    petition text primary key references casefile.petition (id),
    title text not null,
    content text not null,
    demand text not null
);
