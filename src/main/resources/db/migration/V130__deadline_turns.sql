-- When the lamp of a clock turns next: clocks whose lamps turn at the same time are found, and turned, together.
alter table deadline.clock add column turns_at timestamptz generated always as (
    case lamp when 'GREEN' then yellow_at when 'YELLOW' then red_at when 'RED' then overdue_at end
) stored;

create index clock_turns on deadline.clock (turns_at) where state = 'RUNNING' and watch is not null;
