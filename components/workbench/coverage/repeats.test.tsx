// @vitest-environment jsdom
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Passage, Revision } from '@/lib/domain/article';
import { splitSentences } from '@/lib/domain/text/sentences';
import { ContradictionList } from './ContradictionList';
import { LeftBehindList } from './LeftBehindList';
import { RepeatList } from './RepeatList';

const before = [
  'Port rents up 12 percent',
  'In the port rents rose by twelve per cent, said Ada Quill of the housing office.',
  'Then Quill spoke of 12% again.',
].join('\n\n');
const after = before.replace('twelve per cent', '21 percent');

const revisionOf = (text: string, number: number): Revision => ({
  id: `r${number}`,
  number,
  text,
  doc: { type: 'doc', content: [] },
  hash: '',
  sentences: splitSentences(text, 'en'),
  createdAt: '2026-11-26T09:00:00.000Z',
});

let host: HTMLElement;
let root: Root;
const gone: [string, string | undefined][] = [];
const goIn =
  (text: string) =>
  ({ start, end }: Passage, said?: string): void => {
    gone.push([text.slice(start, end), said]);
  };

beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  gone.length = 0;
});

afterEach(() => {
  root.unmount();
  host.remove();
  vi.unstubAllGlobals();
});

const buttons = (): HTMLButtonElement[] => [...host.querySelectorAll('button')];

describe('What the article says again', () => {
  it('is a list that arrows move in and whose items lead from place to place and round again', async () => {
    const revision = revisionOf(before, 1);
    root.render(<RepeatList revision={revision} language="en" onGo={goIn(before)} />);
    await vi.waitFor(() => {
      expect(buttons().map(({ textContent }) => textContent)).toEqual([
        '12 percentNumber, 3 places',
        'Ada QuillName, 2 places',
      ]);
    });
    buttons()[0]?.focus();
    const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(down);
    expect(document.activeElement?.textContent).toContain('Ada Quill');
    for (let press = 0; press < 3; press += 1) buttons()[1]?.click();
    expect(gone).toEqual([
      ['Ada Quill', '“Ada Quill”, place 1 of 2'],
      ['Quill', '“Quill”, place 2 of 2'],
      ['Ada Quill', '“Ada Quill”, place 1 of 2'],
    ]);
  });

  it('says so when nothing is said twice', async () => {
    const revision = revisionOf('It rained.', 1);
    root.render(<RepeatList revision={revision} language="en" onGo={goIn('')} />);
    await vi.waitFor(() => {
      expect(host.textContent).toContain('Nothing is said twice.');
    });
  });
});

describe('What a new text left behind', () => {
  const show = (revision: Revision, articleId = 'a'): void =>
    root.render(
      <LeftBehindList articleId={articleId} revision={revision} language="en" onGo={goIn(revision.text)} />,
    );

  it('is told with the way to every place, from the revision before', async () => {
    const ask = vi.fn(async (_path: string) => Response.json(revisionOf(before, 1)));
    vi.stubGlobal('fetch', ask);
    show(revisionOf(after, 2));
    await vi.waitFor(() => expect(host.textContent).toContain('“twelve per cent” is now “21 percent”'));
    expect(ask.mock.calls[0]?.[0]).toBe('/api/articles/a/revisions/1');
    expect(host.textContent).toContain('as before in 2 places');
    for (const button of buttons()) button.click();
    expect(gone.map(([words]) => words)).toEqual(['21 percent', '12 percent', '12%']);
  });

  it('is told of every revision since the article came in, each change once, the latest without waiting', async () => {
    const third = after.replace('21 percent', '22 percent');
    const texts = new Map([1, 2, 3].map((number) => [number, [before, after, third][number - 1] ?? '']));
    const line = (number: number) => ({ id: `r${number}`, number, source: 'edited' });
    const ask = vi.fn(async (path: string) => {
      const number = Number(/revisions\/(\d)$/.exec(path)?.[1]);
      if (Number.isNaN(number)) return Response.json({ items: [4, 3, 2, 1].map(line), next: null });
      return Response.json(revisionOf(texts.get(number) ?? '', number));
    });
    vi.stubGlobal('fetch', ask);
    root.render(
      <LeftBehindList
        articleId="b"
        revision={revisionOf(`${third} It rained.`, 4)}
        language="en"
        onGo={goIn('')}
      />,
    );
    await vi.waitFor(
      () => expect(host.textContent).toContain('“twelve per cent” is now “22 percent”'),
      4_000,
    );
    expect(ask.mock.calls.map(([path]) => path)).toEqual([
      '/api/articles/b/revisions/3',
      '/api/v1/articles/b/revisions?limit=100',
      '/api/articles/b/revisions/2',
      '/api/articles/b/revisions/1',
    ]);
    expect(host.textContent).toContain('since revision 2');
    expect(host.querySelectorAll('li')).toHaveLength(1);
  });

  it('asks nothing of a first revision, and says when the text before it cannot be had', async () => {
    const ask = vi.fn(async () => Promise.reject(new TypeError('offline')));
    vi.stubGlobal('fetch', ask);
    show(revisionOf(after, 1));
    await new Promise((done) => setTimeout(done, 50));
    expect(host.textContent).toBe('');
    expect(ask).not.toHaveBeenCalled();
    show(revisionOf(after, 2), 'c');
    await vi.waitFor(() => expect(host.textContent).toContain('could not be fetched'));
  });
});

describe('Figures that may contradict each other', () => {
  it('lead to both places, and are nothing where nothing contradicts', async () => {
    root.render(<ContradictionList revision={revisionOf(after, 2)} language="en" onGo={goIn(after)} />);
    await vi.waitFor(() => expect(host.textContent).toContain('May contradict each other'));
    for (const button of buttons()) button.click();
    expect(gone.map(([words]) => words)).toEqual(['12 percent', '21 percent']);
    root.render(<ContradictionList revision={revisionOf(before, 1)} language="en" onGo={goIn(before)} />);
    await vi.waitFor(() => expect(host.textContent).toBe(''));
  });
});
