/** What every part of a case file is drawn with. Everything that a person typed is set as text, never as markup. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

export function facts(pairs) {
  const rows = pairs.filter(([, value]) => value);
  if (rows.length === 0) {
    return null;
  }
  return el('dl', { class: 'huiyin-facts' }, ...rows.flatMap(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]));
}

export function section(title, open, ...children) {
  const body = children.filter(Boolean);
  return el('details', { open }, el('summary', {}, title), ...(body.length ? body : [el('p', { class: 'huiyin-none' }, '暂无')]));
}

export function problemBox() {
  return el('p', { class: 'huiyin-problem', role: 'alert', hidden: true });
}

/** A form of one line or a few, whose act may be refused with a sentence. */
export function askingForm(fields, button, act) {
  const problem = problemBox();
  const send = el('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, button);
  const form = el(
    'form',
    {
      class: 'huiyin-reason',
      onsubmit: async (event) => {
        event.preventDefault();
        send.disabled = true;
        problem.hidden = true;
        try {
          await act(...fields.map((field) => field.value.trim()));
        } catch (failure) {
          problem.textContent = failure.message;
          problem.hidden = false;
        } finally {
          send.disabled = false;
        }
      }
    },
    ...fields,
    send,
    problem
  );
  return { form, input: fields[0] };
}

/** A line that asks for a reason before it does something that the journal records. */
export function reasonForm(label, button, act) {
  const input = el('input', { type: 'text', required: true, minlength: 2, maxlength: 200, 'aria-label': label, placeholder: label });
  return askingForm([input], button, act);
}

export function revealButton(text, line) {
  const button = el('button', { type: 'button', class: 'btn btn-default btn-sm', 'aria-expanded': 'false' }, text);
  line.form.hidden = true;
  button.addEventListener('click', () => {
    line.form.hidden = !line.form.hidden;
    button.setAttribute('aria-expanded', String(!line.form.hidden));
    if (!line.form.hidden) {
      line.input.focus();
    }
  });
  return button;
}
