create schema simplified;

-- R21: where an officer chose the simplified procedure, what the table had proposed, and by which row.
create table simplified.choice (
    petition text not null references casefile.petition (id),
    stage text not null check (stage in ('SORTING', 'ACCEPTANCE')),
    proposed text not null check (proposed in ('SIMPLIFIED', 'ORDINARY')),
    proposed_row text not null,
    chosen_by text not null,
    chosen_at timestamptz not null,
    primary key (petition, stage)
);
comment on column simplified.choice.proposed_row is 'id of the row of simplifiedEligibility.dmn that fired';
