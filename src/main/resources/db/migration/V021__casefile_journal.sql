-- Who did what when. Rows hold ids, numbers and dates; what a person typed lies beside and can be erased.
create table casefile.journal (
    petition text not null references casefile.petition (id),
    seq integer not null,
    at timestamptz not null,
    kind text not null,
    actor text not null,
    facts json not null,
    text_digest bytea,
    hash bytea not null,
    primary key (petition, seq)
);

create table casefile.journal_text (
    petition text not null,
    seq integer not null,
    salt bytea not null,
    typed text not null,
    primary key (petition, seq),
    foreign key (petition, seq) references casefile.journal (petition, seq)
);

-- The hash an entry leaves behind: of all that went before it and of itself.
create function casefile.journal_link(
    previous bytea, petition text, seq integer, at timestamptz, kind text, actor text, facts text, text_digest bytea)
    returns bytea language sql stable as $$
    select sha256(previous || convert_to(concat_ws(chr(31),
        petition, seq::text, (extract(epoch from at) * 1000000)::bigint::text, kind, actor, facts,
        coalesce(encode(text_digest, 'hex'), '-')), 'UTF8'))
$$;

-- The first link hangs on the number of the petition.
create function casefile.journal_root(petition text) returns bytea language sql stable as $$
    select sha256(convert_to(petition, 'UTF8'))
$$;

create function casefile.text_digest(salt bytea, typed text) returns bytea language sql stable as $$
    select sha256(salt || convert_to(typed, 'UTF8'))
$$;

create function casefile.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'casefile: % is append-only, % refused', tg_table_name, lower(tg_op);
end $$;

create trigger journal_is_append_only before update or delete or truncate on casefile.journal
    for each statement execute function casefile.refuse_change();

-- Typed text may be erased by law, but never rewritten.
create trigger journal_text_is_not_rewritten before update or truncate on casefile.journal_text
    for each statement execute function casefile.refuse_change();
