-- Tens of thousands of clocks turn in the same second: without the id the whole second is joined and sorted for each hundred
-- of them that is taken, with it the first hundred are found and the rest is not looked at (ADR 18).
create index clock_turns_in_order on deadline.clock (turns_at, id) where state = 'RUNNING' and watch is not null;
drop index deadline.clock_turns;
