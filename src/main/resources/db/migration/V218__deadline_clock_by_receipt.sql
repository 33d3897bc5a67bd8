-- Lists by a lamp go along the order of receipt, newest first: beside the clock stands when its matter was received, so that
-- one index has both (ADR 38). A matter has its day of receipt before its first clock starts, and keeps it.
alter table deadline.clock add column received_at timestamptz;
update deadline.clock k set received_at = p.received_at from casefile.petition p where p.id = k.petition;

create function deadline.with_receipt() returns trigger language plpgsql as $$
begin
    select p.received_at into new.received_at from casefile.petition p where p.id = new.petition;
    return new;
end $$;

create trigger clock_has_receipt before insert on deadline.clock
    for each row execute function deadline.with_receipt();

create index clock_lamp_by_receipt on deadline.clock (lamp, received_at, petition) where state = 'RUNNING';
