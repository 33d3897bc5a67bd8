-- 催办: who reminded whom of a matter, in which words, and what he answered. Once a day for each matter.
create table supervision.reminder (
    id integer generated always as identity primary key,
    petition text not null references casefile.petition (id),
    day date not null,
    organ text not null references organ.organ (id),
    holder text not null references organ.officer (id),
    asked text not null check (char_length(asked) between 2 and 500),
    reminded_by text not null references organ.officer (id),
    reminded_at timestamptz not null,
    reply text check (char_length(reply) between 2 and 1000),
    replied_by text references organ.officer (id),
    replied_at timestamptz,
    unique (petition, day),
    check (num_nonnulls(reply, replied_by, replied_at) in (0, 3))
);

create index reminder_unanswered on supervision.reminder (petition) where replied_at is null;
create index reminder_waiting on supervision.reminder (holder, id) where replied_at is null;
