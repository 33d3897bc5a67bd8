-- The engine looks for due jobs at every poll but brings no index for it; with many clocks each poll would read them all.
create index act_idx_huiyin_job_duedate on act_ru_job (duedate_);
