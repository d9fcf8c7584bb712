// A person at a provider, without a browser: fills its pages in and stops where it sends them back.

/** The address the provider sends the person back to after they signed in and allowed what is asked, or refused it. */
export async function atProvider(address: string, does: 'allow' | 'refuse' = 'allow'): Promise<URL> {
  const cookies = new Map<string, string>();
  const origin = new URL(address).origin;
  let next: { url: URL; body?: URLSearchParams } = { url: new URL(address) };
  for (let step = 0; step < 20; step++) {
    if (next.url.origin !== origin) return next.url;
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(next.body && { method: 'POST', body: next.body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const page = await response.text();
    next = location === null ? formOf(page, next.url, does) : { url: new URL(location, next.url) };
  }
  throw new Error('the provider does not come to an end');
}

function formOf(page: string, url: URL, does: 'allow' | 'refuse'): { url: URL; body?: URLSearchParams } {
  if (does === 'refuse') {
    const abort = /href="([^"]*\/abort)"/.exec(page)?.[1];
    if (abort !== undefined) return { url: new URL(abort, url) };
  }
  const action = /action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`no form at ${url.pathname}: ${page.slice(0, 500)}`);
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
  const person: Record<string, string> = prompt === 'login' ? { login: 'ana', password: 'x' } : {};
  return { url: new URL(action, url), body: new URLSearchParams({ prompt, ...person }) };
}
