-- Article 36: who is told that the matter is not taken up again is told on what that rests, not where to go instead.
alter table handling.acceptance drop constraint acceptance_check;
alter table handling.acceptance
    add constraint where_to_go_unless_concluded
    check (decline_reason is null or decline_reason = 'CONCLUDED' or where_to_go <> '');
