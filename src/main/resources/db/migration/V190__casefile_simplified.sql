-- R46: by which procedure a matter is handled is asked by lists and the ledger, so it stands with the matter itself.
alter table casefile.petition add column simplified boolean not null default false;
comment on column casefile.petition.simplified is 'marked for the simplified procedure when sorted, or handled by it';

create index petition_simplified on casefile.petition (received_at) where simplified;
