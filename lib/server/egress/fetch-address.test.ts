import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/domain/errors';
import { startFakeWeb } from '../testing/fake-web';
import type { EgressPolicy, FoundAddress } from './egress-policy';
import { fetchAddress, findStatusFault } from './fetch-address';

type Web = Awaited<ReturnType<typeof startFakeWeb>>;
let web: Web;
/** What must never be asked for anything. */
let canary: Web;
const redirect =
  (to: () => string, status = 302) =>
  (_: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(status, { location: to() }).end();
const inside = (path = '/') => `http://127.0.0.1:${canary.port}${path}`;

beforeAll(async () => {
  canary = await startFakeWeb({ '/': 'secret' });
  web = await startFakeWeb({
    '/page': '<p>A page.</p>',
    '/latin': (_, response) => {
      response.setHeader('content-type', 'text/plain; x=y; charset="ISO-8859-1"');
      response.end(Buffer.from('caf\u00e9', 'latin1'));
    },
    '/packed': (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('unpacked'));
    },
    '/bomb': (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(300 * 1024 * 1024)));
    },
    '/large': (_, response) => void response.end(Buffer.alloc(5 * 1024 * 1024 + 1)),
    '/announced': (_, response) => {
      response.setHeader('content-length', 6 * 1024 * 1024);
      response.flushHeaders();
    },
    '/broken': (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('not gzip');
    },
    '/slow': (_, response) => {
      response.write('<p>');
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    },
    '/dead': (request) => void request.socket.destroy(),
    '/cookie': (_, response) => {
      response.setHeader('set-cookie', 'a=b');
      redirect(() => '/page')(undefined, response);
    },
    '/relative': redirect(() => 'page#part'),
    '/loop': redirect(() => '/loop'),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((n) => [`/hop${n}`, redirect(() => (n === 1 ? '/page' : `/hop${n - 1}`))]),
    ),
    '/inward': redirect(() => inside(), 301),
    '/inward-308': redirect(() => inside(), 308),
    '/inward-name': redirect(() => `http://inside.example:${canary.port}/`),
    '/to-file': redirect(() => 'file:///etc/passwd'),
    '/to-user': redirect(() => `http://user@127.0.0.1:${web.port}/page`),
    '/to-nonsense': redirect(() => 'http://[::'),
    '/nowhere': (_, response) => void response.writeHead(302).end('x'),
  });
});
afterAll(async () => {
  await web.stop();
  await canary.stop();
});

const here: readonly FoundAddress[] = [{ address: '127.0.0.1', family: 4 }];
const policy = (names: EgressPolicy['lookup'] = () => Promise.resolve(here)): EgressPolicy => ({
  lookup: names,
  testWeb: { address: '127.0.0.1', port: web.port },
});
const at = (path: string) => `http://news.example:${web.port}${path}`;
const fetched = (address: string, options: object = {}) =>
  fetchAddress(address, { policy: policy(), ...options });

async function refusal(address: string, options: object = {}): Promise<string> {
  try {
    await fetched(address, options);
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
  return 'fetched';
}

const unreachable = 'This address cannot be reached from here. Check it, or paste the text of the page.';

describe('fetchAddress', () => {
  it('brings a page with where it was found, its type and its charset', async () => {
    const page = await fetched(at('/relative'));
    expect(page).toMatchObject({ address: at('/page'), status: 200, type: 'text/html', charset: 'utf-8' });
    expect(Buffer.from(page.bytes).toString()).toBe('<p>A page.</p>');
    expect(await fetched(at('/latin'))).toMatchObject({ type: 'text/plain', charset: 'iso-8859-1' });
    expect(Buffer.from((await fetched(at('/packed'))).bytes).toString()).toBe('unpacked');
    expect((await fetched(at('/hop5'))).address).toBe(at('/page'));
    expect(findStatusFault(await fetched(at('/missing')))?.message).toMatch(
      /^The page answered “404 Not Found”/,
    );
    expect(findStatusFault(page)).toBeUndefined();
  });

  it('sends neither cookies nor where it came from', async () => {
    web.asked.length = 0;
    await fetched(at('/cookie'));
    expect(web.asked.map(({ path }) => path)).toEqual(['/cookie', '/page']);
    for (const { headers } of web.asked) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ]);
    }
  });

  it.each([
    ['/loop', /more than 5 times/],
    ['/hop6', /more than 5 times/],
    ['/bomb', /larger than 5 MB/],
    ['/large', /larger than 5 MB/],
    ['/announced', /larger than 5 MB/],
    ['/broken', /cannot be reached/],
    ['/dead', /cannot be reached/],
    ['/to-file', /http:\/\/ or https:\/\//],
    ['/to-user', /user name/],
    ['/to-nonsense', /cannot be reached/],
  ])('refuses %s with a sentence', async (path, sentence) => {
    expect(await refusal(at(path))).toMatch(sentence);
  });

  it('gives up on a body that drips, and at once when it is cancelled', async () => {
    expect(await refusal(at('/slow'), { totalMs: 400 })).toMatch(/^The page took longer than 0 seconds/);
    const began = performance.now();
    const cancelled = refusal(at('/slow'), { signal: AbortSignal.timeout(100) });
    expect(await cancelled).toBe(unreachable);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each([
    'ftp://news.example/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:x',
    'news.example',
    '',
  ])('takes %j for no web address', async (address) =>
    expect(await refusal(address)).toMatch(/^Give a whole web address/),
  );

  it('reaches nothing inside by any spelling, redirect or name, and never tells why', async () => {
    const { port } = canary;
    const spellings = [
      ...[
        '127.0.0.1',
        '127.1',
        '2130706433',
        '0x7f000001',
        '0x7f.1',
        '0177.0.0.1',
        '017700000001',
        '0',
        '0.0.0.0',
      ],
      ...[
        '127.0.0.1.',
        '①②⑦.0.0.1',
        '127。0。0。1',
        '%31%32%37.0.0.1',
        '[::1]',
        '[::]',
        '[::7f00:1]',
        '[::127.0.0.1]',
      ],
      ...[
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        '[0:0:0:0:0:ffff:7f00:1]',
        '[64:ff9b::7f00:1]',
        '[2002:7f00:1::]',
      ],
      ...['169.254.169.254', '168.63.129.16', '10.0.0.1', '192.168.0.1', '[fe80::1]', '[fd00:ec2::254]'],
    ].flatMap((host) => [`http://${host}:${port}/`, `http://${host}/`]);
    const redirected = ['/inward', '/inward-308', '/inward-name'].map(at);
    const ports = [22, 25, 5432, 6379, 8080].map((closed) => `http://news.example:${closed}/`);
    let tried = 0;
    for (const address of [...spellings, ...redirected, ...ports]) {
      tried += 1;
      expect(await refusal(address), address).toMatch(
        /^(This address cannot be reached|Only the usual ports)/,
      );
    }

    const to = (...addresses: string[]) =>
      policy(() =>
        Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))),
      );
    const names = [
      ['10.0.0.1'],
      ['93.184.216.34', '127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['169.254.169.254'],
      [],
    ];
    for (const found of names) {
      tried += 1;
      expect(await refusal('http://inside.example/', { policy: to(...found) }), String(found)).toBe(
        unreachable,
      );
    }
    tried += 1;
    expect(
      await refusal('http://gone.example/', { policy: policy(() => Promise.reject(new Error('ENOTFOUND'))) }),
    ).toBe(unreachable);

    // A name that leads to the web first and inside when it is asked again.
    const turns: (readonly FoundAddress[])[] = [here, [...here, { address: '10.0.0.1', family: 4 }]];
    const rebinding = policy(() => Promise.resolve(turns.shift() ?? []));
    tried += 1;
    expect(await refusal(`http://rebind.example:${web.port}/relative`, { policy: rebinding })).toBe(
      unreachable,
    );
    expect(turns).toEqual([]);

    process.stdout.write(`egress: ${tried} ways inside tried, ${canary.asked.length} reached the canary\n`);
    expect(canary.asked).toEqual([]);
  });
});
