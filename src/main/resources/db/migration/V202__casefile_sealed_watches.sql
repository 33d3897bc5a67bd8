-- The watches of the clocks of sealed matters. A matter that was set apart has ended in the ordinary life (ADR 5); that a clock of
-- it still runs would tell whoever watches the whole city that it has not.
create index petition_sealed on casefile.petition (id) where sealed;

create view casefile.sealed_watch as
select e.proc_inst_id_ as instance
from casefile.petition p
join act_ru_execution e on e.business_key_ = p.id
join act_re_procdef d on d.id_ = e.proc_def_id_
where p.sealed and d.key_ = 'deadlineWatch'
union all
select h.proc_inst_id_
from casefile.petition p
join act_hi_procinst h on h.business_key_ = p.id
where p.sealed and h.proc_def_key_ = 'deadlineWatch';
