/** 附件: what lies in the case file as files, brought by drag or by choice, and looked at beside the form. */
import { ask, csrfToken, root } from './ask.js';

const ACCEPTED = '.jpg,.jpeg,.png,.gif,.pdf,.ofd,.docx,.xlsx,.txt';

let shown = { number: null, section: null };

function address(number) {
  return `petitions/${number}/attachments`;
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(Boolean));
  return made;
}

function problemOf(text, status) {
  try {
    return JSON.parse(text).detail;
  } catch {
    return status === 0 ? '连不上服务器，没有上传，请稍后再试。' : `没有办成（${status}），请刷新页面后再试。`;
  }
}

/** fetch tells nothing about how far an upload is. */
function send(number, kind, file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', root() + address(number));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken());
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('X-Attachment-Kind', kind);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
    request.addEventListener('load', () =>
      request.status === 200 ? resolve(JSON.parse(request.responseText)) : reject(new Error(problemOf(request.responseText, request.status)))
    );
    request.addEventListener('error', () => reject(new Error(problemOf('', 0))));
    request.send(file);
  });
}

class Attachments {
  constructor(number) {
    this.number = number;
    this.status = element('p', { className: 'huiyin-muted' });
    this.status.setAttribute('role', 'status');
    this.problems = element('div', { className: 'huiyin-problems' });
    this.problems.setAttribute('role', 'alert');
    this.upload = element('div', { className: 'huiyin-drop', hidden: true });
    this.list = element('ul', { className: 'huiyin-attachments' });
    this.preview = element('div', { className: 'huiyin-preview', hidden: true });
    this.count = element('summary', {}, '附件');
    this.node = element('details', { open: true, id: 'huiyin-attachments' }, this.count, this.upload, this.status, this.problems, this.list, this.preview);
    this.takeDrops();
  }

  async refresh() {
    try {
      this.show(await ask(address(this.number)));
    } catch (failure) {
      this.list.replaceChildren();
      this.closePreview();
      this.problems.replaceChildren();
      this.problem(failure.message);
    }
  }

  show(page) {
    this.page = page;
    if (!page.mayOpen) {
      this.closePreview();
    }
    this.count.textContent = page.lines.length ? `附件（${page.lines.length}）` : '附件';
    this.list.replaceChildren(...page.lines.map((line) => this.row(line)));
    this.upload.hidden = !page.mayAdd;
    if (page.mayAdd && !this.kind) {
      this.drawUpload(page);
    }
    this.say(page.lines.length || page.mayAdd ? '' : '暂无');
  }

  drawUpload(page) {
    this.kind = element('select', { className: 'form-control' }, ...page.kinds.map(({ value, label }) => element('option', { value }, label)));
    this.kind.setAttribute('aria-label', '附件类别');
    this.files = element('input', { type: 'file', multiple: true, accept: ACCEPTED });
    this.files.setAttribute('aria-label', '选择要上传的文件');
    this.files.addEventListener('change', () => this.bring([...this.files.files]).then(() => (this.files.value = '')));
    this.progress = element('progress', { max: 1, value: 0, hidden: true });
    this.progress.setAttribute('aria-label', '上传进度');
    this.upload.replaceChildren(
      element('p', {}, `把文件拖到这里，或者选择文件。图片、PDF、OFD、DOCX、XLSX、纯文本，每个不超过 ${page.limit}。`),
      this.kind,
      element('label', { className: 'btn btn-default btn-sm huiyin-choose' }, '选择文件', this.files),
      this.progress
    );
  }

  takeDrops() {
    const over = (event, isOver) => {
      if (!this.page?.mayAdd || !event.dataTransfer?.types.includes('Files')) {
        return false;
      }
      event.preventDefault();
      this.upload.classList.toggle('huiyin-drop-over', isOver);
      return true;
    };
    this.node.addEventListener('dragover', (event) => over(event, true));
    this.node.addEventListener('dragleave', (event) => over(event, false));
    this.node.addEventListener('drop', (event) => {
      if (over(event, false)) {
        this.bring([...event.dataTransfer.files]);
      }
    });
  }

  /** One after the other; what is refused is said with its name, the others go on. */
  async bring(files) {
    this.problems.replaceChildren();
    let taken = 0;
    for (const file of files) {
      try {
        if (file.size > this.page.largest) {
          throw new Error(`超过 ${this.page.limit}，请压缩图片、降低扫描精度或者分成几个文件上传。`);
        }
        this.progress.hidden = false;
        this.show(await send(this.number, this.kind.value, file, (loaded, total) => this.uploading(file, loaded, total)));
        taken += 1;
      } catch (failure) {
        this.problem(`“${file.name}”没有上传：${failure.message.replace(/^【文件】/, '')}`);
      }
      this.progress.hidden = true;
    }
    this.say(taken ? `已上传 ${taken} 个文件。` : '');
  }

  uploading(file, loaded, total) {
    this.progress.value = total ? loaded / total : 0;
    this.say(`正在上传“${file.name}”……`);
  }

  row(line) {
    const what = line.name || `${line.kind}${line.number}`;
    const title = line.opens ? this.opener(line, what) : element('span', {}, what);
    const withdraw = line.withdraws ? this.withdrawal(line, what) : null;
    return element(
      'li',
      { className: line.opens ? '' : 'huiyin-withdrawn' },
      element('span', { className: 'huiyin-attachment-number' }, String(line.number)),
      title,
      line.from ? element('div', { className: 'huiyin-from-letter' }, line.from) : null,
      element('div', { className: 'huiyin-muted' }, `${line.kind}，${line.type}，${line.size}，${line.added}，${line.state}`),
      withdraw
    );
  }

  /** Images beside the form; what the browser shows in a page of its own, or saves, in a new one. */
  opener(line, what) {
    const href = `${root()}${address(this.number)}/${line.key}`;
    if (!line.isImage) {
      return element('a', { href, target: '_blank', rel: 'noopener' }, what);
    }
    const button = element('button', { type: 'button', className: 'btn btn-link' }, what);
    button.addEventListener('click', () => this.look(href, what, button));
    return button;
  }

  look(href, what, from) {
    const close = element('button', { type: 'button', className: 'btn btn-default btn-sm' }, '关闭预览');
    close.addEventListener('click', () => {
      this.closePreview();
      from.focus();
    });
    const image = element('img', { alt: `附件预览：${what}` });
    image.addEventListener('error', () => this.problem('图片打不开，可能已经作废或者登录已失效，请刷新页面后再试。'));
    image.src = href;
    this.preview.replaceChildren(close, element('a', { href, target: '_blank', rel: 'noopener' }, '在新窗口打开'), image);
    this.preview.hidden = false;
    close.focus();
  }

  closePreview() {
    this.preview.hidden = true;
    this.preview.replaceChildren();
  }

  withdrawal(line, what) {
    const reason = element('input', { type: 'text', required: true, minLength: 2, maxLength: 200, placeholder: '作废原因（将记入案卷）', className: 'form-control' });
    reason.setAttribute('aria-label', `“${what}”的作废原因`);
    const form = element('form', { className: 'huiyin-reason', hidden: true }, reason, element('button', { type: 'submit', className: 'btn btn-primary btn-sm' }, '确认作废'));
    const reveal = element('button', { type: 'button', className: 'btn btn-default btn-sm' }, '作废');
    reveal.setAttribute('aria-expanded', 'false');
    reveal.setAttribute('aria-label', `作废“${what}”`);
    reveal.addEventListener('click', () => {
      form.hidden = !form.hidden;
      reveal.setAttribute('aria-expanded', String(!form.hidden));
      reason.focus();
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      this.problems.replaceChildren();
      try {
        this.closePreview();
        this.show(await ask(`${address(this.number)}/${line.number}/withdrawal`, { reason: reason.value.trim() }));
      } catch (failure) {
        this.problem(failure.message);
      }
    });
    return element('div', { className: 'huiyin-line' }, reveal, form);
  }

  say(words) {
    this.status.textContent = words;
  }

  problem(words) {
    this.problems.append(element('p', { className: 'huiyin-problem' }, words));
  }
}

/** The section for a petition's case file; an upload goes on while the file is drawn anew. */
export function attachmentsSection(number) {
  if (shown.number !== number) {
    shown = { number, section: new Attachments(number) };
  }
  shown.section.refresh();
  return shown.section.node;
}
