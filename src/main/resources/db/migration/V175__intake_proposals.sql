-- R21: what the tables proposed beside what a named officer decided; why he decided otherwise is in the journal.
create table intake.class_proposal (
    petition text primary key references casefile.petition (id),
    proposed_class text not null,
    class_row text not null,
    proposed_route text,
    route_row text,
    decided_class text not null,
    decided_route text,
    followed boolean not null,
    decided_by text not null,
    decided_at timestamptz not null,
    check ((proposed_route is null) = (route_row is null)),
    check ((proposed_route is not null) = (proposed_class = 'APPEAL'))
);
comment on column intake.class_proposal.class_row is 'id of the row of acceptance.dmn that fired';
comment on column intake.class_proposal.route_row is 'id of the row of route.dmn that fired';

-- The notice names the law and what is to be brought along.
alter table intake.guidance add column procedure_law text not null default '';
alter table intake.guidance add column procedure_materials text not null default '';
