-- The lists of Tasklist go along the order they are shown in; whether anything is revoked is asked before every question.
create index act_idx_huiyin_task_due on act_ru_task (due_date_, id_);
create index act_idx_huiyin_task_priority on act_ru_task (priority_ desc, due_date_, id_);
create index act_idx_huiyin_auth_revoked on act_ru_authorization (type_) where type_ = 2;
