-- What had come with a letter when it was split (article 21): it stays where it lies, once; from then on each item shows what
-- whoever split it gave to that item, and the rest is part of the letter as a whole (article 30, ADR 42).
create table casefile.letter_attachment (
    id bigint generated always as identity primary key,
    petition text not null,
    number integer not null,
    root text not null references casefile.petition (id),
    unique (petition, number),
    foreign key (petition, number) references casefile.attachment (petition, number)
);

create index letter_attachment_root on casefile.letter_attachment (root);

create table casefile.item_attachment (
    letter_attachment bigint not null references casefile.letter_attachment (id),
    item text not null references casefile.petition (id),
    given_by text not null,
    given_at timestamptz not null,
    primary key (letter_attachment, item)
);

create trigger letter_attachment_is_kept before delete or truncate on casefile.letter_attachment
    for each statement execute function casefile.refuse_attachment_delete();

create trigger item_attachment_is_kept before delete or truncate on casefile.item_attachment
    for each statement execute function casefile.refuse_attachment_delete();
