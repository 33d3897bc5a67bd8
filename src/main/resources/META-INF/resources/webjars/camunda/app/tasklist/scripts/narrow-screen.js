/** On a telephone one column is seen at a time: the lists and their tasks, then one task, and the way back. */
const AT_TASK = 'huiyin-at-task';
let tasks = null;

function back() {
  location.hash = location.hash.replace(/&?task=[^&]*/, '');
  tasks?.changed('task');
}

export default {
  id: 'huiyin-narrow-screen',
  pluginPoint: 'tasklist.task.action',
  priority: 900,
  render(node, data, scope) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-default huiyin-back';
    button.textContent = '返回列表';
    button.addEventListener('click', back);
    node.append(button);
    tasks = scope.taskData;
    tasks.observe('task', (task) => {
      document.body.classList.toggle(AT_TASK, Boolean(task?.id));
    });
  },
  unmount: () => document.body.classList.remove(AT_TASK)
};
