-- Whoever is accused without a name below the letter cannot be told again by his accuser, only by whom he accuses: a person by
-- the name as it would be written without width, case, spaces and marks; a unit by itself. Never shown to anybody.
create function casefile.bare_name(name text) returns text language sql immutable parallel safe as $$
    select lower(regexp_replace(normalize(name, NFKC), '[\s·•‧・.,、，。:：;；"''“”‘’()（）<>《》_—–-]', '', 'g') collate "C")
$$;

alter table casefile.accused
    add column told_by text generated always as (
        case when casefile.bare_name(name) = '' then '@' || organ else casefile.bare_name(name) end) stored;

create index accused_told_by on casefile.accused (told_by, petition) where removed_at is null;

-- The matters that speak against somebody of whom this one speaks. Namesakes of two units are two persons; who is named
-- without a unit may be any of them.
create function casefile.same_accused(number text) returns table (petition text) language sql stable rows 10 as $$
    select other.petition from casefile.accused mine
    join casefile.accused other on other.told_by = mine.told_by and other.removed_at is null
        and (other.organ = mine.organ or other.organ is null or mine.organ is null)
    where mine.petition = number and mine.removed_at is null and other.petition <> number
$$;
