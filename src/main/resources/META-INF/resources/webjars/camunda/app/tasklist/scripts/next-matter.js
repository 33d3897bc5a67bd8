/** 取下一件: the most urgent matter of one's groups becomes one's own and opens, with the reasons why it is this one. */
import { ask } from './ask.js';
import { element, open, say, shut } from './next-box.js';

function reasons(lines) {
  const list = element('ul', '', '');
  list.append(...lines.map((line) => element('li', '', line)));
  return list;
}

async function take(button) {
  button.disabled = true;
  try {
    const matter = await ask('next', {});
    if (matter.task === '') {
      say('huiyin-note', null, ...matter.why.map((line) => element('p', '', line)));
      return;
    }
    say('huiyin-note', matter.task, element('h3', '', `已为您领取：${matter.step}`), element('p', '', matter.title), element('p', 'huiyin-card-number', matter.number), element('h4', '', '为什么是这一件'), reasons(matter.why));
    open(matter);
  } catch (problem) {
    say('huiyin-problem', null, problem.message);
  } finally {
    button.disabled = false;
  }
}

export default {
  id: 'huiyin-next-matter',
  pluginPoint: 'tasklist.navbar.action',
  priority: 300,
  render(node) {
    const button = element('button', 'huiyin-next-button', '取下一件');
    button.type = 'button';
    button.title = '领取本组待签收里最急的一件';
    button.addEventListener('click', () => take(button));
    node.append(button);
  },
  unmount: shut
};
