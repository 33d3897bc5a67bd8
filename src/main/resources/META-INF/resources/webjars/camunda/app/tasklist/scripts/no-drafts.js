/**
 * Tasklist keeps what is typed into a form in localStorage, in clear text, where the next user of a counter machine can
 * read it, and lays it over what the server says. Here drafts are neither written nor read, and old ones are removed.
 * Where Tasklist asks for one, it gets what this page has in memory and could not save on the server yet.
 */
import { unsavedFields } from './unsaved-typing.js';

const DRAFT = /^(camunda-form:|camForm:)/;

function fromMemory(key) {
  const fields = unsavedFields(key.replace(DRAFT, ''));
  return fields === null ? null : JSON.stringify(fields);
}

function refuseDrafts() {
  const { getItem, setItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    return DRAFT.test(key) ? fromMemory(key) : getItem.call(this, key);
  };
  Storage.prototype.setItem = function (key, value) {
    if (!DRAFT.test(key)) {
      setItem.call(this, key, value);
    }
  };
}

function removeDrafts() {
  Object.keys(localStorage)
    .filter((key) => DRAFT.test(key))
    .forEach((key) => localStorage.removeItem(key));
}

refuseDrafts();
removeDrafts();
window.addEventListener('pagehide', removeDrafts);
window.addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/login')) {
    removeDrafts();
  }
});

export default [];
