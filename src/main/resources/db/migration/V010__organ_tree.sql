-- The organs of a city: territory (block), line of business (line), who reviews whose opinions (the ladder, as data),
-- who answers for each organ, which duties it has, and the officers with their roles.
create schema organ;

create table organ.organ (
    id text primary key check (id ~ '^[a-z][A-Za-z0-9]{1,49}$'),
    name text not null unique,
    short_name text not null,
    kind text not null
        check (kind in ('GOVERNMENT', 'PETITION_BUREAU', 'DEPARTMENT', 'STREET', 'DISCIPLINE', 'POLITICAL_LEGAL')),
    level text not null check (level in ('CITY', 'DISTRICT', 'STREET')),
    region text not null check (region ~ '^[0-9]{6}$'),
    block text references organ.organ deferrable initially deferred,
    line text references organ.organ deferrable initially deferred,
    -- organ ids from the root down to this one, each followed by a slash; a subtree is a prefix
    path text not null check (path ~ '^([A-Za-z0-9]+/)+$'),
    review_organ text references organ.organ deferrable initially deferred check (review_organ <> id),
    -- the reviewer's name where it is no user of this system (a province's organ)
    outside_reviewer text,
    first_responsible text not null,
    successor text references organ.organ deferrable initially deferred check (successor <> id),
    receives boolean not null,
    valid boolean not null
);

create index on organ.organ (path text_pattern_ops);

create table organ.officer (
    id text primary key check (length(id) between 1 and 64),
    name text not null,
    organ text not null references organ.organ deferrable initially deferred,
    title text not null,
    valid boolean not null
);

create index on organ.officer (organ);

alter table organ.organ
    add foreign key (first_responsible) references organ.officer deferrable initially deferred;

create table organ.officer_role (
    officer text not null references organ.officer,
    role text not null check (role in ('INTAKE', 'DISPATCH', 'HANDLE', 'SIGN', 'SUPERVISE', 'LEAD', 'ANALYST',
        'OPERATOR', 'REVIEWER', 'SEALED', 'ADMIN')),
    primary key (officer, role)
);

create table organ.duty (
    organ text not null references organ.organ,
    subject text not null,
    matters text not null,
    primary key (organ, subject)
);

create index on organ.duty (subject);

-- One row: which file was loaded last, and a number that every node compares to know that its copy of the tree is old.
create table organ.tree (
    one boolean primary key default true check (one),
    version bigint not null,
    loaded_digest text not null,
    loaded_at timestamptz
);

insert into organ.tree (version, loaded_digest) values (0, '');
