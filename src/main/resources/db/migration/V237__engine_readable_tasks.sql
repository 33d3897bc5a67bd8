-- Who may read which open task: the engine's rights on single tasks, with what the lists of Tasklist are ordered by beside them,
-- so that a page of a list is a piece of an index however many tasks a city has. Kept by triggers, as the engine writes its rows itself.
create schema if not exists engine;

create table engine.readable_task (
    id varchar(64) primary key, -- of the engine's right
    reader text not null,       -- u: a person, g: a group
    task varchar(64) not null,
    priority_ integer,
    due_date_ timestamp
);

create function engine.reader(person text, people text) returns text language sql immutable as $$
    select case when person is null then 'g:' || people else 'u:' || person end
$$;

-- 7 is a task, 2 the permission to read; a right on all tasks is not one on a task.
create function engine.readable(given act_ru_authorization) returns boolean language sql immutable as $$
    select given.type_ in (0, 1) and given.resource_type_ = 7 and given.resource_id_ <> '*' and given.perms_ & 2 = 2
$$;

insert into engine.readable_task (id, reader, task, priority_, due_date_)
select a.id_, engine.reader(a.user_id_, a.group_id_), t.id_, t.priority_, t.due_date_
from act_ru_authorization a join act_ru_task t on t.id_ = a.resource_id_
where engine.readable(a);

create index readable_task_by_priority on engine.readable_task (reader, priority_ desc, due_date_, task);
create index readable_task_by_due on engine.readable_task (reader, due_date_, task);
create index readable_task_task on engine.readable_task (task);

create function engine.right_on_task_changes() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from engine.readable_task where id = old.id_;
    end if;
    if tg_op <> 'DELETE' and engine.readable(new) then
        insert into engine.readable_task (id, reader, task, priority_, due_date_)
        select new.id_, engine.reader(new.user_id_, new.group_id_), t.id_, t.priority_, t.due_date_
        from act_ru_task t where t.id_ = new.resource_id_;
    end if;
    return null;
end
$$;

create trigger right_on_task_given after insert on act_ru_authorization
    for each row when (new.resource_type_ = 7) execute function engine.right_on_task_changes();
create trigger right_on_task_changed after update on act_ru_authorization
    for each row when (new.resource_type_ = 7 or old.resource_type_ = 7) execute function engine.right_on_task_changes();
create trigger right_on_task_taken after delete on act_ru_authorization
    for each row when (old.resource_type_ = 7) execute function engine.right_on_task_changes();

create function engine.task_changes() returns trigger language plpgsql as $$
begin
    case tg_op
        when 'INSERT' then
            -- rights written before their task
            insert into engine.readable_task (id, reader, task, priority_, due_date_)
            select a.id_, engine.reader(a.user_id_, a.group_id_), new.id_, new.priority_, new.due_date_
            from act_ru_authorization a where a.resource_id_ = new.id_ and engine.readable(a);
        when 'UPDATE' then
            update engine.readable_task set priority_ = new.priority_, due_date_ = new.due_date_ where task = new.id_;
        else
            delete from engine.readable_task where task = old.id_;
    end case;
    return null;
end
$$;

create trigger task_appears after insert on act_ru_task for each row execute function engine.task_changes();
create trigger task_moves after update on act_ru_task
    for each row when (old.priority_ is distinct from new.priority_ or old.due_date_ is distinct from new.due_date_)
    execute function engine.task_changes();
create trigger task_goes after delete on act_ru_task for each row execute function engine.task_changes();
