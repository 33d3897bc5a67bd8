/**
 * A form that is not filled in as it must be refuses to be sent, but the field that is wrong may stand far above the
 * button: go there, and say how many there are.
 */
const COMPLETE = '.form-actions .btn-primary, .modal-footer .btn-primary';

function goToFirstError() {
  const errors = [...document.querySelectorAll('.fjs-form-field-error')].filter((error) => error.offsetParent);
  if (errors.length === 0) {
    return;
  }
  const field = errors[0].closest('.fjs-form-field');
  field.scrollIntoView({ block: 'center' });
  field.querySelector('input, textarea, [tabindex]')?.focus({ preventScroll: true });
  const status = document.querySelector('.page-notifications .alert-danger .status');
  if (status) {
    status.textContent = `有 ${errors.length} 栏需要补正，见标红的栏目。`;
  }
}

document.addEventListener('click', (event) => {
  if (event.target.closest?.(COMPLETE)) {
    setTimeout(goToFirstError, 300);
  }
});
