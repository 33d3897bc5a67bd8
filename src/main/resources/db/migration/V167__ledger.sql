create schema ledger;

-- Who took which part of the register out of the house, when, and how much: one row before the first byte leaves.
create table ledger.export (
    id bigint generated always as identity primary key,
    officer text not null,
    exported_at timestamptz not null,
    filter json not null,
    matters integer,
    sealed_matters integer,
    completed_at timestamptz
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger: an export stays on record, % refused', lower(tg_op);
end $$;

create trigger export_is_kept before delete or truncate on ledger.export
    for each statement execute function ledger.refuse_change();

-- The two orders of the ledger, each with the number behind it: a page begins where the one before ended.
create index petition_received on casefile.petition (received_at desc, id desc);
create index petition_registered_by on casefile.petition (registered_by, received_at desc, id desc);
create index petition_at_organ on casefile.petition (organ, received_at desc, id desc);
create index clock_due on deadline.clock (raw_due, petition) where state = 'RUNNING';
