-- 复核意见 (article 36): the end of the ladder, given in this system or, for an old matter, entered from its paper. What an
-- officer enters is kept; a wrong one is withdrawn by whoever finds it, with a reason.
create table casefile.final_opinion (
    id bigint generated always as identity primary key,
    petition text not null references casefile.petition (id),
    number text not null check (char_length(number) between 1 and 100),
    organ text not null check (char_length(organ) between 1 and 100),
    issued_on date not null,
    in_system boolean not null,
    entered_by text not null,
    entered_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_because text check (char_length(withdrawn_because) between 1 and 500),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check ((withdrawn_by is null) = (withdrawn_because is null))
);

create index final_opinion_petition on casefile.final_opinion (petition);

create trigger final_opinion_is_kept before delete or truncate on casefile.final_opinion
    for each statement execute function casefile.refuse_change();

-- Local law that lets an organ stop before a re-review: after which end, by which article of which rule, where and from when.
-- Empty by default: the national rule knows 不再受理 after a re-review only.
create table casefile.no_more_rule (
    region text not null check (region ~ '^[0-9]{6}$'),
    end_reason text not null,
    law text not null,
    article text not null,
    valid_from date not null,
    valid_until date,
    primary key (region, end_reason, valid_from)
);
