import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { sayTransportSecurity } from './transport-security';

test('says that only https leads here, with every answer, whatever answers', async () => {
  sayTransportSecurity();
  const server = createServer((request, response) => {
    if (request.url === '/fault') response.statusCode = 500;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listens on a port
  for (const path of ['/', '/fault']) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  }
  await new Promise((resolve) => server.close(resolve));
});
