import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import { createDrafts } from './drafts';
import { createForms } from './forms';
import { createMemory, type Memory } from './memory';
import { annotationOn, articleId, at, buildState, id, lou, mara } from './testing/build-state';
import { createFakeDisk, type FakeDisk, type FakePage } from './testing/fake-device';
import { createFakeServer, type FakeServer } from './testing/fake-server';
import type { Setback } from './transport';

const annotationId = id(10);
const claim = annotationOn('412 million', { id: annotationId });

type Fate = 'answered' | 'lost before' | 'lost after' | 'busy' | 'signed out';
type Line = { readonly fates: Fate[]; requests: number };

/** One page of a browser on a bad line. A killed page does nothing any more. */
function openPage(server: FakeServer, disk: FakeDisk, line: Line, instead?: FakePage) {
  const page = disk.open(instead);
  const drafts = createDrafts();
  const forms = createForms();
  let isAlive = true;
  const newId = () => crypto.randomUUID();
  const cut: Setback = { kind: 'unreachable', cause: 'network' };
  const memory: Memory = createMemory({
    state: server.getState(),
    actor: mara,
    drafts,
    forms,
    openDevice: async () => page.device,
    unreadShelf: { read: () => null, write: () => undefined },
    now: () => at(5),
    newId,
    random: () => 0.5,
    schedule(callback) {
      const timer = setTimeout(() => isAlive && callback(), 0);
      return () => clearTimeout(timer);
    },
    stream: () => () => {},
    transport: () => ({
      async send(commands) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (!isAlive) return new Promise(() => {});
        line.requests += 1;
        const fate = line.fates.shift() ?? 'answered';
        if (fate === 'lost before') return cut;
        if (fate === 'busy') return { kind: 'unreachable', cause: 'busy', retryAfterMs: 1 };
        if (fate === 'signed out') return { kind: 'signed-out' };
        const answers = commands.map((command) => server.execute(command, mara));
        return fate === 'lost after' ? cut : { kind: 'answers', answers };
      },
      giveUp: () => false,
      findEvents: async (after) => ({
        kind: 'events',
        events: server.log.filter(({ seq }) => seq > after),
        isWhole: true,
      }),
    }),
  });
  memory.wake();
  return {
    memory,
    drafts,
    forms,
    page,
    write: (words: string) =>
      memory.act({ type: 'note.create', annotationId, noteId: newId(), body: plainToRichText(words) }),
    kill() {
      isAlive = false;
      page.kill();
    },
    /** Until everything that was done would outlive this page. */
    kept: () => expect.poll(() => memory.hasUnkept(), { interval: 1 }).toBe(false),
  };
}

const notesOf = (server: FakeServer): string[] =>
  (server.getState().annotations[annotationId]?.notes ?? []).map(({ body }) => richTextToPlain(body));

describe('nothing that was written', () => {
  it('is lost or made twice, whatever becomes of requests and pages', async () => {
    const fate = fc.constantFrom<Fate>('answered', 'lost before', 'lost after', 'busy', 'signed out');
    const step = fc.constantFrom('write', 'write', 'kill', 'open', 'resume');
    let [typed, lost, twice] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 16 }),
        fc.array(fate, { maxLength: 16 }),
        async (steps, fates) => {
          const server = createFakeServer(buildState([claim]));
          const disk = createFakeDisk();
          const line = { fates: [...fates], requests: 0 };
          const written: string[] = [];
          let pages = [openPage(server, disk, line)];
          for (const [number, kind] of steps.entries()) {
            const page = pages[number % pages.length];
            if (kind === 'open' && pages.length < 3) pages.push(openPage(server, disk, line));
            else if (kind === 'resume') page?.memory.sync.resume();
            else if (kind === 'kill' && page !== undefined) {
              await page.kept();
              page.kill();
              pages = pages.filter((other) => other !== page);
              if (pages.length === 0) pages.push(openPage(server, disk, line, page.page));
            } else if (kind === 'write') {
              written.push(`Note ${number}`);
              page?.write(`Note ${number}`);
            }
          }
          line.fates.length = 0;
          // Whoever comes next to this article takes what is left.
          pages.push(openPage(server, disk, line));
          for (const { memory } of pages) memory.sync.resume();
          const commands = () => disk.rows().filter(({ kind }) => kind === 'command');
          const isDone = () => pages.every(({ memory }) => memory.sync.getState().waiting === 0);
          await expect
            .poll(() => isDone() && commands().length === 0, { interval: 1, timeout: 5_000 })
            .toBe(true);
          const saved = notesOf(server);
          typed += written.length;
          lost += written.filter((words) => !saved.includes(words)).length;
          twice += saved.length - new Set(saved).size;
          expect([...saved].sort()).toEqual([...written].sort());
        },
      ),
      { numRuns: 150 },
    );
    console.log(`    ${typed} notes typed, ${typed - lost} kept, ${lost} lost, ${twice} twice`);
  }, 60_000);

  it('waits for a dead page: the next one shows it as recovered and sends it, in its order', async () => {
    const server = createFakeServer(buildState([claim]));
    const disk = createFakeDisk();
    const line: Line = { fates: ['lost before', 'lost before', 'lost before', 'signed out'], requests: 0 };
    const first = openPage(server, disk, line);
    for (const n of [1, 2, 3]) first.write(`Note ${n}`);
    await first.kept();
    first.kill();
    expect(notesOf(server)).toEqual([]);
    line.fates.length = 0;
    const next = openPage(server, disk, line);
    await expect.poll(() => notesOf(server)).toEqual(['Note 1', 'Note 2', 'Note 3']);
    expect(next.memory.sync.getState().recovered?.commands).toHaveLength(3);
    await expect.poll(() => next.memory.store.getView().pending).toEqual([]);
    expect(next.memory.store.getView().visible).toEqual(server.getState());
    next.memory.sync.dismissRecovered();
    expect(next.memory.sync.getState().recovered).toBeUndefined();
  });

  it('is sent by one page at a time, and by the next when that one dies in its turn', async () => {
    const server = createFakeServer(buildState([claim]));
    const disk = createFakeDisk();
    const line: Line = { fates: [], requests: 0 };
    const [one, other] = [openPage(server, disk, line), openPage(server, disk, line)];
    await Promise.all([one.memory.sync.catchUp(), other.memory.sync.catchUp()]);
    let held: () => void = () => {};
    const holding = one.page.device.inTurn(articleId, () => new Promise<void>((resolve) => (held = resolve)));
    other.write('Behind the other page.');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(line.requests).toBe(0);
    one.kill();
    await expect.poll(() => notesOf(server)).toEqual(['Behind the other page.']);
    held();
    await holding;
  });

  it('is forgotten when it was refused: it waits with its reason through a dead page until it is dismissed', async () => {
    const server = createFakeServer(buildState([claim]));
    const disk = createFakeDisk();
    const line: Line = { fates: [], requests: 0 };
    const first = openPage(server, disk, line);
    const editor = { ...lou, role: 'editor' } as const;
    server.execute({ commandId: id(500), type: 'annotation.delete', annotationId, version: 1 }, editor);
    first.write('Too late.');
    await expect.poll(() => first.memory.store.getView().refusals).toHaveLength(1);
    first.kill();
    const next = openPage(server, disk, line);
    await expect.poll(() => next.memory.store.getView().refusals).toHaveLength(1);
    const [refusal] = next.memory.store.getView().refusals;
    expect(refusal).toMatchObject({
      command: { body: plainToRichText('Too late.') },
      error: { code: 'NOT_FOUND' },
    });
    next.memory.store.dismissRefusal(refusal?.command.commandId ?? '');
    await expect.poll(() => disk.rows().filter(({ kind }) => kind === 'command')).toEqual([]);
  });

  it('is said to be kept only once the device has it, and never when the device cannot', async () => {
    const server = createFakeServer(buildState([claim]));
    const line: Line = { fates: Array.from({ length: 40 }, () => 'lost before' as const), requests: 0 };
    const { memory, page, write } = openPage(server, createFakeDisk(), line);
    await memory.sync.catchUp();
    page.breakDown('full');
    write('On a full disk.');
    await expect.poll(() => memory.sync.getState()).toMatchObject({ waiting: 1, kept: 0, trouble: 'full' });
    expect(memory.hasUnkept()).toBe(true);
    line.fates.length = 0;
    memory.sync.resume();
    await expect.poll(() => notesOf(server)).toEqual(['On a full disk.']);
  });

  it('in another article is sent from here, and comes back with its reason where it is refused', async () => {
    const server = createFakeServer(buildState([claim]));
    const disk = createFakeDisk();
    const gone = disk.open();
    const command = (words: string, on: string) => ({
      commandId: crypto.randomUUID(),
      type: 'note.create' as const,
      annotationId: on,
      noteId: crypto.randomUUID(),
      body: plainToRichText(words),
    });
    for (const one of [command('Left behind.', annotationId), command('On what is gone.', id(99))]) {
      const value = { command: one, at: at(4), base: undefined };
      await gone.device.keep({ id: one.commandId, kind: 'command', articleId: id(950), value });
    }
    gone.kill();
    const next = openPage(server, disk, { fates: [], requests: 0 });
    await expect.poll(() => notesOf(server)).toEqual(['Left behind.']);
    expect(next.memory.sync.getState().recovered).toMatchObject({ elsewhere: 2, commands: [] });
    await expect
      .poll(() => next.memory.store.getView().refusals)
      .toMatchObject([
        { command: { body: plainToRichText('On what is gone.') }, error: { code: 'NOT_FOUND' } },
      ]);
    const [refusal] = next.memory.store.getView().refusals;
    next.memory.store.dismissRefusal(refusal?.command.commandId ?? '');
    await expect.poll(() => disk.rows().filter(({ kind }) => kind === 'command')).toEqual([]);
  });

  it('into a form outlives the page, and goes once it is saved', async () => {
    const disk = createFakeDisk();
    const line: Line = { fates: [], requests: 0 };
    const server = createFakeServer(buildState([claim]));
    const first = openPage(server, disk, line);
    await first.memory.sync.catchUp();
    first.forms.set('sign-off', { reason: 'It must be printed' }, articleId);
    first.forms.set('sign-off', { reason: 'It must be printed tonight.' }, articleId);
    await expect.poll(() => JSON.stringify(disk.rows())).toContain('tonight');
    await first.kept();
    first.kill();
    const next = openPage(server, disk, line);
    await expect.poll(() => next.forms.get('sign-off')).toEqual({ reason: 'It must be printed tonight.' });
    next.forms.set('sign-off', undefined, articleId);
    await expect.poll(() => disk.rows().filter(({ kind }) => kind === 'form')).toEqual([]);
  });

  it('that was on its way with a draft settles the draft in the next page', async () => {
    const server = createFakeServer(buildState([claim]));
    const disk = createFakeDisk();
    const line: Line = { fates: ['lost before', 'lost before', 'signed out'], requests: 0 };
    const first = openPage(server, disk, line);
    await first.memory.sync.catchUp();
    const [commandId, itemId] = [id(700), id(701)];
    const body = plainToRichText('Sent and not answered.');
    const draft = { kind: 'note', annotationId, itemId, base: null, values: body, message: null } as const;
    first.drafts.write({ ...draft, state: 'sent', commandId }, articleId);
    first.memory.act({ type: 'note.create', annotationId, noteId: itemId, body, commandId });
    await expect
      .poll(() =>
        disk
          .rows()
          .map(({ kind }) => kind)
          .sort(),
      )
      .toEqual(['command', 'draft']);
    await first.kept();
    first.kill();
    line.fates.length = 0;
    const next = openPage(server, disk, line);
    await expect.poll(() => notesOf(server)).toEqual(['Sent and not answered.']);
    await expect.poll(() => next.drafts.of(annotationId)).toEqual([]);
    expect(next.memory.sync.getState().recovered).toMatchObject({ commands: { length: 1 }, drafts: [] });
  });
});
