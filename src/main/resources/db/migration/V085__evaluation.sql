create schema evaluation;

-- R48: the petitioner's own word, once; there is no verb that changes or removes it.
create table evaluation.evaluation (
    petition text primary key references casefile.petition (id),
    evaluated_at timestamptz not null,
    office_rating text,
    organ_rating text not null,
    comment text not null check (char_length(comment) <= 100000)
);

create function evaluation.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'evaluation: what the petitioner said is neither changed nor removed';
end $$;

create trigger evaluation_is_kept before update or delete or truncate on evaluation.evaluation
    for each statement execute function evaluation.refuse_change();
