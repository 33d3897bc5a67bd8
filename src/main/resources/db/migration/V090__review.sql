create schema review;

-- Article 35: asked of the organ above the one that answered, which decides in writing.
create table review.request (
    petition text primary key references casefile.petition (id),
    requested_at timestamptz not null,
    reasons text not null check (char_length(reasons) <= 100000),
    handling_organ text not null references organ.organ (id),
    review_organ text not null references organ.organ (id),
    outcome text,
    findings text check (char_length(findings) <= 100000),
    opinion text check (char_length(opinion) <= 100000),
    legal_basis text check (char_length(legal_basis) <= 100000),
    decided_by text,
    decided_at timestamptz,
    paper text,
    check (handling_organ <> review_organ),
    check ((outcome is null) = (paper is null))
);
