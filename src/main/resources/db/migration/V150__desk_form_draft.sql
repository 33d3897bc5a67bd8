-- What a person has typed into an open form and not sent yet. It goes with its task: whichever way a task ends or changes
-- hands, inside the engine or by an administrator, what was typed into it is gone in the same transaction.
create schema if not exists desk;

create table desk.form_draft (
    task text not null,
    person text not null,
    saved_at timestamptz not null,
    typed bytea not null,
    primary key (task, person)
);

create index form_draft_saved_at on desk.form_draft (saved_at);

create function desk.forget_form_draft() returns trigger language plpgsql as $$
begin
    delete from desk.form_draft where task = old.id_;
    return null;
end $$;

create trigger form_draft_ends_with_its_task after delete on public.act_ru_task
    for each row execute function desk.forget_form_draft();

create trigger form_draft_stays_with_its_person after update of assignee_ on public.act_ru_task
    for each row when (old.assignee_ is distinct from new.assignee_) execute function desk.forget_form_draft();
