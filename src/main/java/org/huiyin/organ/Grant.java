package org.huiyin.organ;

import static org.huiyin.organ.Right.ALLOW_UPWARD;
import static org.huiyin.organ.Right.APPROVE_RULES;
import static org.huiyin.organ.Right.ASK_HELP;
import static org.huiyin.organ.Right.ASK_UPWARD;
import static org.huiyin.organ.Right.ATTACH;
import static org.huiyin.organ.Right.EXPORT_LEDGER;
import static org.huiyin.organ.Right.FIND_SAME;
import static org.huiyin.organ.Right.FLAG_URGENT;
import static org.huiyin.organ.Right.IMPORT;
import static org.huiyin.organ.Right.KEEP_ABSENCES;
import static org.huiyin.organ.Right.KEEP_RELATIONS;
import static org.huiyin.organ.Right.LINK;
import static org.huiyin.organ.Right.MANAGE_SYSTEM;
import static org.huiyin.organ.Right.MANAGE_TOPICS;
import static org.huiyin.organ.Right.NAME_ACCUSED;
import static org.huiyin.organ.Right.NEW_QUERY_CODE;
import static org.huiyin.organ.Right.PROPOSE_RULES;
import static org.huiyin.organ.Right.REASSIGN;
import static org.huiyin.organ.Right.REGISTER;
import static org.huiyin.organ.Right.REMIND;
import static org.huiyin.organ.Right.SUPERVISE;
import static org.huiyin.organ.Right.UNMASK;
import static org.huiyin.organ.Right.VIEW_BOARD;
import static org.huiyin.organ.Right.VIEW_CASE;
import static org.huiyin.organ.Right.VIEW_JOURNAL;
import static org.huiyin.organ.Right.VIEW_SEALED;
import static org.huiyin.organ.Right.WITHDRAW_URGENT;
import static org.huiyin.organ.Scope.ALL;
import static org.huiyin.organ.Scope.BELOW;
import static org.huiyin.organ.Scope.OFFICE_TERRITORY;
import static org.huiyin.organ.Scope.OWN_ORGAN;
import static org.huiyin.organ.Scope.REVIEWED;
import static org.huiyin.organ.Scope.SUBTREE;
import static org.huiyin.organ.Scope.TERRITORY;

import java.util.List;

/** One row of the matrix of rights: officers of this role have this right as far as the scope reaches. What is not listed is refused. */
record Grant(Role role, Right right, Scope scope) {
    static final List<Grant> MATRIX = List.of(
            new Grant(Role.INTAKE, REGISTER, OWN_ORGAN),
            new Grant(Role.INTAKE, IMPORT, OWN_ORGAN),
            new Grant(Role.INTAKE, VIEW_CASE, OWN_ORGAN),
            new Grant(Role.INTAKE, UNMASK, OWN_ORGAN),
            new Grant(Role.INTAKE, ATTACH, OWN_ORGAN),
            new Grant(Role.INTAKE, VIEW_JOURNAL, OWN_ORGAN),
            new Grant(Role.INTAKE, NEW_QUERY_CODE, OWN_ORGAN),
            // who registers or sorts must know what came before, wherever in the territory it was registered
            new Grant(Role.INTAKE, FIND_SAME, OFFICE_TERRITORY),
            new Grant(Role.INTAKE, LINK, OWN_ORGAN),
            new Grant(Role.INTAKE, NAME_ACCUSED, OWN_ORGAN),
            new Grant(Role.DISPATCH, FIND_SAME, OFFICE_TERRITORY),
            new Grant(Role.DISPATCH, LINK, OWN_ORGAN),
            new Grant(Role.DISPATCH, VIEW_CASE, OWN_ORGAN),
            new Grant(Role.DISPATCH, UNMASK, OWN_ORGAN),
            new Grant(Role.DISPATCH, ATTACH, OWN_ORGAN),
            new Grant(Role.DISPATCH, VIEW_JOURNAL, OWN_ORGAN),
            new Grant(Role.DISPATCH, NAME_ACCUSED, OWN_ORGAN),
            new Grant(Role.DISPATCH, EXPORT_LEDGER, OWN_ORGAN),
            new Grant(Role.HANDLE, FIND_SAME, OWN_ORGAN),
            new Grant(Role.HANDLE, LINK, OWN_ORGAN),
            new Grant(Role.DISPATCH, ASK_HELP, OWN_ORGAN),
            new Grant(Role.HANDLE, VIEW_CASE, OWN_ORGAN),
            new Grant(Role.HANDLE, UNMASK, OWN_ORGAN),
            new Grant(Role.HANDLE, ATTACH, OWN_ORGAN),
            new Grant(Role.HANDLE, VIEW_JOURNAL, OWN_ORGAN),
            new Grant(Role.HANDLE, NEW_QUERY_CODE, OWN_ORGAN),
            new Grant(Role.HANDLE, ASK_HELP, OWN_ORGAN),
            new Grant(Role.HANDLE, ASK_UPWARD, OWN_ORGAN),
            new Grant(Role.SIGN, ASK_UPWARD, OWN_ORGAN),
            new Grant(Role.HANDLE, NAME_ACCUSED, OWN_ORGAN),
            new Grant(Role.SIGN, VIEW_CASE, OWN_ORGAN),
            new Grant(Role.SIGN, UNMASK, OWN_ORGAN),
            new Grant(Role.SIGN, VIEW_JOURNAL, OWN_ORGAN),
            new Grant(Role.SIGN, EXPORT_LEDGER, OWN_ORGAN),
            new Grant(Role.SIGN, REASSIGN, OWN_ORGAN),
            new Grant(Role.LEAD, VIEW_CASE, SUBTREE),
            new Grant(Role.LEAD, VIEW_JOURNAL, SUBTREE),
            new Grant(Role.LEAD, EXPORT_LEDGER, SUBTREE),
            new Grant(Role.LEAD, VIEW_BOARD, SUBTREE),
            new Grant(Role.LEAD, REMIND, SUBTREE),
            new Grant(Role.LEAD, SUPERVISE, SUBTREE),
            new Grant(Role.LEAD, REASSIGN, OWN_ORGAN),
            // everybody declares his own absence; his head and the administrator declare it for him
            new Grant(Role.SIGN, KEEP_ABSENCES, OWN_ORGAN),
            new Grant(Role.LEAD, KEEP_ABSENCES, OWN_ORGAN),
            new Grant(Role.LEAD, ALLOW_UPWARD, BELOW),
            new Grant(Role.SUPERVISE, VIEW_CASE, TERRITORY),
            new Grant(Role.SUPERVISE, UNMASK, TERRITORY),
            new Grant(Role.SUPERVISE, VIEW_JOURNAL, TERRITORY),
            new Grant(Role.SUPERVISE, EXPORT_LEDGER, TERRITORY),
            new Grant(Role.SUPERVISE, VIEW_BOARD, TERRITORY),
            new Grant(Role.SUPERVISE, REMIND, TERRITORY),
            new Grant(Role.SUPERVISE, SUPERVISE, TERRITORY),
            new Grant(Role.SUPERVISE, ALLOW_UPWARD, BELOW),
            new Grant(Role.REVIEWER, VIEW_CASE, REVIEWED),
            new Grant(Role.REVIEWER, UNMASK, REVIEWED),
            new Grant(Role.REVIEWER, ATTACH, REVIEWED),
            new Grant(Role.REVIEWER, VIEW_JOURNAL, REVIEWED),
            // whoever handles a matter may mark it as major or urgent; who answers for the organ, or watches, takes it
            // back
            new Grant(Role.INTAKE, FLAG_URGENT, OWN_ORGAN),
            new Grant(Role.DISPATCH, FLAG_URGENT, OWN_ORGAN),
            new Grant(Role.HANDLE, FLAG_URGENT, OWN_ORGAN),
            new Grant(Role.SIGN, FLAG_URGENT, OWN_ORGAN),
            new Grant(Role.LEAD, FLAG_URGENT, SUBTREE),
            new Grant(Role.SUPERVISE, FLAG_URGENT, TERRITORY),
            new Grant(Role.SEALED, FLAG_URGENT, OWN_ORGAN),
            new Grant(Role.SIGN, WITHDRAW_URGENT, OWN_ORGAN),
            new Grant(Role.LEAD, WITHDRAW_URGENT, SUBTREE),
            new Grant(Role.SUPERVISE, WITHDRAW_URGENT, TERRITORY),
            new Grant(Role.SEALED, WITHDRAW_URGENT, OWN_ORGAN),
            // a sealed matter is shown by VIEW_SEALED alone, never by VIEW_CASE
            new Grant(Role.SEALED, VIEW_SEALED, OWN_ORGAN),
            new Grant(Role.SEALED, UNMASK, OWN_ORGAN),
            new Grant(Role.SEALED, ATTACH, OWN_ORGAN),
            new Grant(Role.SEALED, FIND_SAME, OWN_ORGAN),
            new Grant(Role.SEALED, LINK, OWN_ORGAN),
            new Grant(Role.SEALED, NAME_ACCUSED, OWN_ORGAN),
            new Grant(Role.SEALED, EXPORT_LEDGER, OWN_ORGAN),
            new Grant(Role.ANALYST, VIEW_BOARD, ALL),
            // nobody approves what he has proposed himself: RuleChanges sees to that
            new Grant(Role.ANALYST, PROPOSE_RULES, ALL),
            new Grant(Role.ANALYST, APPROVE_RULES, ALL),
            new Grant(Role.OPERATOR, MANAGE_SYSTEM, ALL),
            new Grant(Role.ADMIN, MANAGE_SYSTEM, ALL),
            new Grant(Role.ADMIN, MANAGE_TOPICS, ALL),
            new Grant(Role.ADMIN, KEEP_ABSENCES, ALL),
            new Grant(Role.ADMIN, KEEP_RELATIONS, ALL),
            new Grant(Role.ADMIN, PROPOSE_RULES, ALL),
            new Grant(Role.ADMIN, APPROVE_RULES, ALL));
}
