-- What has been done with a matter elsewhere, as it was ticked at registration (articles 31, 35, 36): facts for the proposal of
-- class and route, which an officer decides.
alter table casefile.circumstance
    add column proceedings text[] not null default '{}'
        check (proceedings <@ array['COURT', 'PROSECUTION', 'ARBITRATION', 'RECONSIDERATION', 'REVIEW']);
