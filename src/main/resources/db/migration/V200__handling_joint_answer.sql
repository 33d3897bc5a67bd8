-- 一并答复: which joined matters a draft of an opinion is to answer too, and under which 文号 each of them was answered.
create table handling.joint_answer (
    lead text not null references casefile.petition (id),
    version integer not null check (version >= 1),
    petition text not null references casefile.petition (id),
    number text,
    primary key (lead, version, petition),
    check (lead <> petition)
);

create unique index joint_answer_once on handling.joint_answer (petition) where number is not null;
