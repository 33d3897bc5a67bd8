/** The calendar of a date field that stands at the right opens over the edge of its column, where its weekend cannot be reached. */
const GAP = 8;

function bringIntoSight() {
  for (const calendar of document.querySelectorAll('.fjs-container .flatpickr-calendar.open')) {
    calendar.style.marginLeft = '0';
    const column = calendar.closest('.three-cols-layout-cell, .modal-content')?.getBoundingClientRect();
    const over = column ? calendar.getBoundingClientRect().right - (column.right - GAP) : 0;
    calendar.style.marginLeft = `${Math.min(0, -over)}px`;
  }
}

for (const event of ['focusin', 'click', 'keyup']) {
  document.addEventListener(event, () => requestAnimationFrame(bringIntoSight));
}

export default [];
