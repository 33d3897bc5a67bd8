-- R24: which way an instance of a model went (ADR 45). One row for each step that moves it, in words that TrailMark reads;
-- it goes with the engine's history of the instance, which is written later in the same transaction.
create schema engine;

create table engine.trail (
    instance varchar(64) not null references public.act_hi_procinst (proc_inst_id_) on delete cascade
        deferrable initially deferred,
    id bigint generated always as identity,
    at timestamptz not null,
    actor varchar(64) not null,
    passed text not null check (passed <> ''),
    primary key (instance, id)
);
