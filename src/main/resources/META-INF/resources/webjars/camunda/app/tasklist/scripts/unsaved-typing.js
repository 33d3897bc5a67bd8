/**
 * What this page has in memory and owes the server, by task. A module of its own, because Tasklist loads its scripts under
 * other addresses than they load each other, and each address is a module apart.
 */
let fieldsOf = () => null;

/** Who knows it: a function from task id to fields, or to null. */
export function unsavedIsKnownBy(owner) {
  fieldsOf = owner;
}

export function unsavedFields(taskId) {
  return fieldsOf(taskId);
}
