-- 简易答复: what was answered, how and when; it may have been spoken (信访事项简易办理办法).
create table handling.simplified_answer (
    petition text primary key references casefile.petition (id),
    outcome text not null,
    answer text not null check (char_length(answer) <= 100000),
    way text not null,
    note text not null check (char_length(note) <= 1000),
    answered_on date not null,
    answered_by text not null,
    answered_at timestamptz not null,
    paper text not null
);
