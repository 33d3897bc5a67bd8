-- 回避: who is to be excused from a petition, on whose word, and how the head has decided. One open request for each officer.
create schema recusal;

create table recusal.request (
    id integer generated always as identity primary key,
    petition text not null references casefile.petition (id),
    officer text not null references organ.officer (id),
    origin text not null check (origin in ('DECLARED', 'ASKED')),
    reason text not null check (char_length(reason) between 2 and 500),
    requested_at timestamptz not null,
    decider text not null references organ.officer (id),
    state text not null check (state in ('OPEN', 'GRANTED', 'REFUSED')),
    decision_reason text check (char_length(decision_reason) between 2 and 500),
    decided_at timestamptz,
    decided_by text references organ.officer (id),
    check (decider <> officer and decided_by <> officer),
    check ((state = 'OPEN') = (decided_at is null)),
    check ((state = 'OPEN') = (decided_by is null)),
    check ((state = 'OPEN') = (decision_reason is null))
);

create unique index request_open on recusal.request (petition, officer) where state = 'OPEN';
create index request_petition on recusal.request (petition);
