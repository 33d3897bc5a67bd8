-- 转送 and 交办, chains, helpers, disputes about competence (articles 22 to 24).
alter table dispatch.forwarding
    add column kind text not null default 'FORWARD' check (kind in ('FORWARD', 'ASSIGN')),
    -- decided by a superior: it binds, there is no objection to it
    add column designated boolean not null default false,
    add column feedback_due date,
    add constraint assigned_with_a_date check ((kind = 'ASSIGN') = (feedback_due is not null)),
    drop constraint forwarding_state_check,
    add constraint forwarding_state_check
        check (state in ('WAITING', 'PASSED_ON', 'SIGNED_IN', 'OBJECTED', 'RETURNED'));

create table dispatch.helper (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    lead text not null references organ.organ (id),
    organ text not null references organ.organ (id),
    due_on date not null,
    asked text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    unique (petition, lead, organ),
    check (organ <> lead)
);

create index helper_organ on dispatch.helper (organ);

create table dispatch.assignment_report (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    report text not null,
    number text not null,
    reported_at timestamptz not null,
    reported_by text not null,
    decision text check (decision in ('ACCEPT', 'RETURN')),
    return_reason text not null default '',
    decided_at timestamptz,
    decided_by text,
    check ((decision is null) = (decided_at is null)),
    check ((decision is null) = (decided_by is null))
);

create index assignment_report_petition on dispatch.assignment_report (petition, id);

-- Article 24 names no number; these are ours, to be changed by another row.
create table dispatch.arbitration_rule (
    valid_from date primary key,
    bounces integer not null check (bounces >= 1),
    refusing integer not null check (refusing >= 1),
    article text not null
);

insert into dispatch.arbitration_rule (valid_from, bounces, refusing, article) values ('1949-01-01', 3, 2, '24');

-- 联席会议办公室, where it is another organ than the 信访部门 of the region.
create table dispatch.conference_office (
    region text primary key check (region ~ '^[0-9]{6}$'),
    organ text not null references organ.organ (id)
);

create table dispatch.arbitration (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    arbiter text not null references organ.organ (id),
    designated text not null references organ.organ (id),
    reason text not null,
    number text not null,
    decided_at timestamptz not null,
    decided_by text not null
);

create index arbitration_petition on dispatch.arbitration (petition);

-- R35: a superior's leave to push up what is on an organ's own duty list.
create table dispatch.upward_leave (
    petition text not null references casefile.petition (id),
    organ text not null references organ.organ (id),
    reason text not null,
    granted_at timestamptz not null,
    granted_by text not null,
    primary key (petition, organ)
);
