/**
 * Tasklist sorts by newest first unless told otherwise; an officer needs what is due first on top. Whoever then chooses
 * another order keeps it.
 */
const BY_DUE_DATE = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
const BY_CREATION = /sorting=%5B%7B%22sortBy%22:%22created%22,%22sortOrder%22:%22desc%22%7D%5D/;

let settled = location.hash.includes('sorting=');

function settle() {
  if (settled || location.hash.startsWith('#/login')) {
    return;
  }
  if (BY_CREATION.test(location.hash)) {
    settled = true;
    location.replace(location.hash.replace(BY_CREATION, 'sorting=' + BY_DUE_DATE));
  }
}

window.addEventListener('hashchange', settle);
