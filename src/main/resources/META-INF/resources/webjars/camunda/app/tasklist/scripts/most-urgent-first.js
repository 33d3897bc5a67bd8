/**
 * Tasklist sorts by newest first unless told otherwise; an officer needs the most urgent on top: the worst lamp, then what is
 * due first. Whoever then chooses another order keeps it.
 */
const BY_URGENCY = encodeURIComponent(
  JSON.stringify([
    { sortBy: 'priority', sortOrder: 'desc' },
    { sortBy: 'dueDate', sortOrder: 'asc' }
  ])
);
const BY_CREATION = /sorting=%5B%7B%22sortBy%22:%22created%22,%22sortOrder%22:%22desc%22%7D%5D/;

let settled = location.hash.includes('sorting=');

function settle() {
  if (settled || location.hash.startsWith('#/login')) {
    return;
  }
  if (BY_CREATION.test(location.hash)) {
    settled = true;
    location.replace(location.hash.replace(BY_CREATION, 'sorting=' + BY_URGENCY));
  }
}

window.addEventListener('hashchange', settle);
