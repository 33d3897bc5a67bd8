/** 办理程序 in the case file: by which one the matter is handled, and the way back to the ordinary one while the work goes on. */
import { el, facts, reasonForm, revealButton, section } from './case-parts.js';

function drawn(page, leave) {
  const form = page.mayLeave ? reasonForm('请写明转为普通程序的理由（已经受理的，写入告知书）', '确认转为普通程序', leave) : null;
  return section(
    '办理程序',
    true,
    facts([
      ['程序', page.procedure],
      ['转换', page.changed]
    ]),
    form ? el('div', { class: 'huiyin-line' }, revealButton('转为普通程序', form), form.form) : null
  );
}

/** Empty until the server has said by which procedure the matter is handled, and for matters that have none. */
export function procedure(file, taskId, verbs) {
  const place = el('div', { class: 'huiyin-procedure', 'aria-live': 'polite' });
  const hide = () => place.replaceChildren();
  const show = async () => {
    const page = await verbs.ask(taskId === null ? `petitions/${file.number}/procedure` : `tasks/${encodeURIComponent(taskId)}/procedure`);
    place.replaceChildren(
      ...(page.procedure
        ? [
            drawn(page, async (reason) => {
              await verbs.ask(`petitions/${file.number}/procedure/ordinary`, { reason });
              if (page.endsTask && taskId !== null) {
                verbs.taskEnded();
                return;
              }
              verbs.tasksChanged();
              await show().catch(hide);
            })
          ]
        : [])
    );
  };
  if (!file.draft) {
    show().catch(hide);
  }
  return place;
}
