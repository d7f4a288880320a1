import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { handleAuth } from './auth';
import { env } from './env';

it.each(['signin', 'callback/credentials', 'signout'])(
  'lets no page of another site, and nothing that does not say where it comes from, knock at %s',
  async (path) => {
    const { host } = new URL(env.PUBLIC_URL);
    for (const origin of [
      null,
      'null',
      'https://elsewhere.example',
      `https://${host}`,
      'http://localhost:1',
    ]) {
      const headers = origin === null ? {} : { origin };
      const request = new NextRequest(`${env.PUBLIC_URL}/api/auth/${path}`, { method: 'POST', headers });
      const answer = await handleAuth(request, { params: Promise.resolve({ nextauth: path.split('/') }) });
      expect(answer.status, String(origin)).toBe(403);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      // where the sign-in page looks for what it shows
      const { url } = await answer.json();
      expect(new URL(url).searchParams.get('error')).toContain('does not come from a page of Galley');
    }
  },
);

it('reads no more than a form of sign-in can hold, announced or not', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(Buffer.alloc(64 * 1024, 'a'));
      if (sent > 1_000) controller.close();
    },
  });
  const headers = { origin: env.PUBLIC_URL, 'content-type': 'application/x-www-form-urlencoded' };
  const request = new NextRequest(`${env.PUBLIC_URL}/api/auth/callback/credentials`, {
    method: 'POST',
    headers,
    body: endless,
    duplex: 'half',
  });
  const params = Promise.resolve({ nextauth: ['callback', 'credentials'] });
  expect((await handleAuth(request, { params })).status).toBe(413);
  expect(sent).toBeLessThan(10);
});
