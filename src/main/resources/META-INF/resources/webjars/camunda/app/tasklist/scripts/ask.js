/** Our own pages, asked under the login of the webapp. */
export function csrfToken() {
  return document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/)?.[1] ?? '';
}

export function root() {
  return document.querySelector('base').getAttribute('app-root') + '/api/huiyin/';
}

/** Reads, or with a body writes; every answer that is no success becomes an Error in Chinese. */
export async function ask(path, body) {
  const answer = await fetch(root() + path, {
    method: body ? 'POST' : 'GET',
    credentials: 'same-origin',
    headers: body
      ? { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrfToken() }
      : { Accept: 'application/json' },
    body: body ? JSON.stringify(body) : undefined
  });
  const text = await answer.text();
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
  const json = isJson && text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new Error(json.detail ?? `案卷暂时打不开（${answer.status}），请刷新页面后再试。`);
  }
  return json;
}
