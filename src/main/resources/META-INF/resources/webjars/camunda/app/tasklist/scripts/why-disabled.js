/** A button that cannot be pressed says why, in a line beside it: the field that is wrong may stand far above. */
const COMPLETE = '.form-actions .btn-primary';

function isShown(element) {
  return element?.offsetParent !== null && element !== undefined;
}

function name(error) {
  const label = error.closest('.fjs-form-field')?.querySelector('.fjs-form-field-label');
  return label ? `“${label.textContent.replace('*', '').trim()}”` : '有一栏';
}

function reason() {
  if ([...document.querySelectorAll('.task-card button.claim')].some(isShown)) {
    return '领取之后才能完成。';
  }
  const errors = [...document.querySelectorAll('.fjs-form-field-error')].filter(isShown);
  if (errors.length === 0) {
    return '';
  }
  return errors.length === 1
    ? `还不能完成：${name(errors[0])}${errors[0].textContent.trim()}`
    : `还不能完成：${errors.slice(0, 3).map(name).join('')}${errors.length > 3 ? '等 ' + errors.length + ' 栏' : ''}需要补正。`;
}

function tell() {
  const button = document.querySelector(COMPLETE);
  if (!button) {
    return;
  }
  const why = button.disabled ? reason() : '';
  let line = button.parentElement.querySelector('.huiyin-why');
  if (!line) {
    line = document.createElement('span');
    line.className = 'huiyin-why';
    line.id = 'huiyin-why';
    line.setAttribute('role', 'status');
    button.after(line);
    button.setAttribute('aria-describedby', line.id);
  }
  if (line.textContent !== why) {
    line.textContent = why;
  }
}

let waiting = false;

new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell();
    }, 50);
  }
}).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['disabled', 'class'] });
