-- All pairs of characters of a letter, its title, its place and its class, and the month it was received in as a number
-- that no two letters make: by these a phrase is found among a million letters. Letters read before are read again.
alter table casefile.likeness add column words integer[] not null default '{}';

insert into casefile.unread (petition) select petition from casefile.likeness on conflict do nothing;
delete from casefile.likeness;

alter table casefile.likeness alter column words drop default;

create index likeness_words on casefile.likeness using gin (words);
