import { afterEach, expect, it, vi } from 'vitest';
import type { QueueItem } from '@/lib/domain/queue';
import { sendForItems, snoozeItems } from './do-queue-act';
import { commandsOf } from './queue-act';

type Sent = { readonly path: string; readonly body: unknown };
const until = '2026-03-12T09:00:00.000Z';
const act = { kind: 'assign', assigneeId: 'p9' } as const;

afterEach(() => vi.unstubAllGlobals());

it('sends one request an article and says of each claim what became of it', async () => {
  const sent = answering((path, body) =>
    // only lists of commands are sent here
    (body as { annotationId: string }[]).map(({ annotationId }) =>
      annotationId === 'n2'
        ? { ok: false, error: { code: 'INVALID', message: 'Only claims are checked.', id: 'x' } }
        : {
            ok: true,
            event: { body: { type: 'check.planned', check: { version: path.includes('a1') ? 2 : 8 } } },
          },
    ),
  );
  const items = [item('n1', 'a1'), item('n2', 'a1'), item('n3', 'a2')];
  const result = await sendForItems(items, (one) => commandsOf(act, one));
  expect(sent.map(({ path }) => path)).toEqual(['/api/articles/a1/commands', '/api/articles/a2/commands']);
  expect(result.done.map(({ key }) => key)).toEqual(['n1', 'n3']);
  expect(result.failures.map(({ item, message }) => [item.key, message])).toEqual([
    ['n2', 'Only claims are checked.'],
  ]);
  expect([...result.versions]).toEqual([
    ['n1', { check: 2 }],
    ['n2', {}],
    ['n3', { check: 8 }],
  ]);
});

it('fails the claims of one article and does those of the other, when its door refuses', async () => {
  answering((path) => (path.includes('a1') ? undefined : [{ ok: true, event: { body: { type: 'x' } } }]));
  const result = await sendForItems([item('n1', 'a1'), item('n2', 'a2')], (one) => commandsOf(act, one));
  expect(result.done.map(({ key }) => key)).toEqual(['n2']);
  expect(result.failures.map(({ item, message }) => [item.key, message])).toEqual([
    ['n1', 'This article does not exist.'],
  ]);
});

it('snoozes by article and by time, a hundred at once', async () => {
  const sent = answering(() => null);
  const many = Array.from({ length: 120 }, (_, number) => item(`n${number}`, 'a1'));
  const result = await snoozeItems([...many, item('m1', 'a2')], ({ key }) => (key === 'n0' ? null : until));
  expect(result.done).toHaveLength(121);
  expect(sent.map(({ path, body }) => [path, sizeOf(body), untilOf(body)])).toEqual([
    ['/api/articles/a1/snoozes', 1, null],
    ['/api/articles/a1/snoozes', 100, until],
    ['/api/articles/a1/snoozes', 19, until],
    ['/api/articles/a2/snoozes', 1, until],
  ]);
});

// what `snoozeItems` sends
const sizeOf = (body: unknown) => (body as { annotationIds: string[] }).annotationIds.length;
const untilOf = (body: unknown) => (body as { until: string | null }).until;

/** A server that answers as said; undefined is a refusal of the whole request. Tells what was sent. */
function answering(answer: (path: string, body: unknown) => unknown): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, { body }: { readonly body: string }) => {
    sent.push({ path, body: JSON.parse(body) });
    const said = answer(path, JSON.parse(body));
    if (said !== undefined) return Response.json(said);
    const error = { code: 'NOT_FOUND', message: 'This article does not exist.', id: 'x' };
    return Response.json({ error }, { status: 404 });
  });
  return sent;
}

function item(annotationId: string, articleId: string): QueueItem {
  return {
    key: annotationId,
    annotationId,
    articleId,
    articleTitle: 'Harbour',
    mark: 'claim',
    exact: 'The port grew.',
    prefix: '',
    suffix: '',
    flag: null,
    checkVersion: 1,
    status: 'unchecked',
    planPriority: 'normal',
    priority: 'normal',
    assignee: null,
    holder: null,
    proposer: null,
    outcome: null,
    isSealed: false,
    dueAt: null,
    since: '2026-03-01T00:00:00.000Z',
    signedOffAt: null,
    snoozedUntil: null,
    noteCount: 0,
    evidenceCount: 0,
  };
}
