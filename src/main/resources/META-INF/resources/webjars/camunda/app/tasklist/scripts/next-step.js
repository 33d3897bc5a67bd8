/** Whoever has done one step of a matter is offered its next one, if it is his or his group's to do. */
import { ask } from './ask.js';
import { element, open, say, shut } from './next-box.js';

/** Tasklist's own request that starts a process. */
const STARTED = /\/process-definition\/[^/]+\/submit-form$/;

function taskInAddress() {
  return location.hash.match(/[?&]task=([^&]*)/)?.[1] ?? null;
}

/** @param done the task that was open; Tasklist may not have cleared its address yet */
export async function offerStep(number, done) {
  try {
    const step = await ask(`petitions/${number}/next-step`);
    if (step.task === '' || step.task === done || ![null, done].includes(taskInAddress())) {
      return;
    }
    const go = element('button', 'btn btn-primary', step.mine ? '打开' : '领取并打开');
    go.type = 'button';
    go.addEventListener('click', () => goOn(number, go));
    say('huiyin-note', null, element('h3', '', `本件下一步：${step.name}`), element('p', 'huiyin-card-number', number), go);
  } catch {
    // the step stands in the list as well
  }
}

async function goOn(number, button) {
  button.disabled = true;
  try {
    const step = await ask(`petitions/${number}/next-step`, {});
    if (step.task === '') {
      say('huiyin-note', null, element('p', '', '这一步刚刚由他人领取。'));
      return;
    }
    shut();
    open(step);
  } catch (problem) {
    say('huiyin-problem', null, problem.message);
  }
}

/** A registration that was just begun opens by itself: its starter is the one who fills it in. */
new PerformanceObserver((requests) => {
  if (requests.getEntries().some(({ name, responseStatus }) => STARTED.test(name) && responseStatus === 200)) {
    ask('newest').then((step) => step.task !== '' && open(step), () => {});
  }
}).observe({ type: 'resource' });
