// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { annotationsAt, type PaintedSpan, paintAll, setWindow } from './annotation-layer';
import { articleExtensions } from './article-schema';
import { cursorOf } from './cursor-layer';
import { showLetters } from './letters-layer';
import { positionsOf } from './positions';
import { reviewLayers, showReview } from './review-layers';

const paragraph = (text: string, lead: string) =>
  ({ type: 'paragraph', attrs: { lead }, content: [{ type: 'text', text }] }) as const;

const short: ArticleDoc = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { lead: '', level: 1 }, content: [{ type: 'text', text: 'A headline' }] },
    paragraph('The port said so. Nobody knew.', '\n\n'),
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [{ type: 'listItem', content: [paragraph('First item.', '\n\n1. ')] }],
    },
  ],
};

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

function open(doc: ArticleDoc) {
  const element = document.body.appendChild(document.createElement('div'));
  editor = new Editor({
    element,
    editable: false,
    content: JSON.parse(JSON.stringify(doc)),
    extensions: [...articleExtensions(), reviewLayers()],
  });
  const text = canonicalText(doc);
  const spanOf = (words: string, id: string, more: Partial<PaintedSpan> = {}): PaintedSpan => {
    const start = text.indexOf(words);
    return {
      id,
      start,
      end: start + words.length,
      mark: 'claim',
      status: 'unchecked',
      pending: false,
      ...more,
    };
  };
  return { view: editor.view, element, text, spanOf };
}

const painting = (spans: readonly PaintedSpan[]) => ({ spans, activeId: null, hoveredId: null });

/** Marks of an element as words, their letter where they start: `[C:a words [O:b words]]`. */
function marksOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  const inner = Array.from(node.childNodes, marksOf).join('');
  if (!(node instanceof HTMLElement) || node.nodeName !== 'MARK') return inner;
  const letter = node.dataset.start === undefined ? '' : `${node.dataset.tag}:`;
  return `[${letter}${node.dataset.annotationId} ${inner}]`;
}

describe('the annotation layer', () => {
  it('paints real mark elements, the longest outside, the letter with the sign of its status once', () => {
    const { view, element, spanOf } = open(short);
    showReview(view, {
      painted: {
        spans: [
          spanOf('The port said so.', 'long', { mark: 'opinion', status: 'proposed' }),
          spanOf('port', 'inner'),
          spanOf('port', 'twin', { mark: 'no_fact', pending: true }),
        ],
        activeId: 'inner',
        hoveredId: 'long',
      },
    });
    expect(marksOf(element.querySelector('p') ?? element)).toBe(
      '[O·:long The ][long [C:inner [N:twin port]]][long  said so.] Nobody knew.',
    );
    const long = element.querySelector('[data-annotation-id="long"]');
    expect(long?.outerHTML).toBe(
      '<mark data-annotation-id="long" data-mark="opinion" data-tag="O·" data-status="proposed" data-start="" data-hover="">The </mark>',
    );
    const twin = element.querySelector('[data-annotation-id="twin"]');
    expect(twin?.getAttribute('data-pending')).toBe('');
    expect(twin?.getAttribute('data-stack')).toBe('1');
    expect(element.querySelectorAll('[data-active]')).toHaveLength(1);
  });

  it('paints a mark over several blocks in each of them, with one letter and no list marker', () => {
    const { view, element, text, spanOf } = open(short);
    showReview(view, { painted: painting([{ ...spanOf('Nobody', 'a'), end: text.indexOf('item.') }]) });
    expect(Array.from(element.querySelectorAll('mark'), marksOf)).toEqual([
      '[C:a Nobody knew.]',
      '[a First ]',
    ]);
  });

  it('takes away, changes and adds without touching other elements', () => {
    const { view, element, spanOf } = open(short);
    const kept = spanOf('A headline', 'kept');
    showReview(view, { painted: painting([kept, spanOf('Nobody', 'gone')]) });
    const before = element.querySelector('mark');
    showReview(view, { painted: painting([{ ...kept }, spanOf('First', 'new', { mark: 'sourced_fact' })]) });
    expect(element.querySelector('mark')).toBe(before);
    expect(Array.from(element.querySelectorAll('mark'), marksOf)).toEqual([
      '[C:kept A headline]',
      '[S:new First]',
    ]);
    showReview(view, { painted: { ...painting([kept]), activeId: 'kept' } });
    expect(element.querySelectorAll('mark[data-active]')).toHaveLength(1);
    showReview(view, { painted: painting([]) });
    expect(element.querySelectorAll('mark')).toHaveLength(0);
  });

  it('keeps one letter when the sentence cursor cuts a mark in two', () => {
    const { view, element, spanOf } = open(short);
    showReview(view, { painted: painting([spanOf('The port said so. Nobody knew.', 'a')]) });
    showReview(view, { cursor: spanOf('Nobody knew.', 'x') });
    expect(element.querySelectorAll('[data-start]')).toHaveLength(1);
    showReview(view, { cursor: spanOf('port', 'x') });
    expect(element.querySelectorAll('[data-start]')).toHaveLength(1);
    expect(element.querySelector('p')?.textContent).toBe('The port said so. Nobody knew.');
  });

  it('answers which marks lie at a position from the model, the shortest first', () => {
    const { view, spanOf } = open(short);
    const inner = spanOf('port', 'inner');
    showReview(view, { painted: painting([spanOf('The port said so.', 'long'), inner]) });
    const at = (offset: number) => annotationsAt(view, positionsOf(view.state.doc).toPosition(offset));
    expect(at(inner.start)).toEqual(['inner', 'long']);
    expect(at(inner.end)).toEqual(['long']);
    expect(at(spanOf('so.', 'x').end)).toEqual(['long']);
    expect(at(0)).toEqual([]);
  });

  it('paints only near the window, and everything for print', () => {
    const many: ArticleDoc = {
      type: 'doc',
      content: Array.from({ length: 600 }, (_, index) =>
        paragraph(`Paragraph number ${index} ${'says a lot '.repeat(20)}`, index === 0 ? '' : '\n\n'),
      ),
    };
    const { view, element } = open(many);
    const spans = positionsOf(view.state.doc).blocks.map(
      ({ start, index }): PaintedSpan => ({
        id: String(index),
        start,
        end: start + 9,
        mark: 'claim',
        status: 'unchecked',
        pending: false,
      }),
    );
    showReview(view, { painted: painting(spans) });
    const idsShown = () =>
      Array.from(element.querySelectorAll('mark'), (mark) => Number(mark.dataset.annotationId));
    expect(idsShown()[0]).toBe(0);
    expect(idsShown().length).toBeLessThan(100);

    const middle = spans[300]?.start ?? 0;
    setWindow(view, { start: middle, end: middle + 5_000 });
    const around = idsShown();
    expect(around).toContain(300);
    expect(around).not.toContain(0);
    expect(around.length).toBeLessThan(100);

    setWindow(view, { start: middle + 1_000, end: middle + 6_000 });
    expect(idsShown()).toEqual(around);

    paintAll(view);
    expect(idsShown()).toHaveLength(600);
    setWindow(view, { start: middle, end: middle + 5_000 });
    expect(idsShown()).toEqual(around);
  });

  it('paints the same passages again after the text was replaced', () => {
    const { view, element, spanOf } = open(short);
    showReview(view, { painted: painting([spanOf('A headline', 'a')]) });
    editor?.commands.setContent({
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { lead: '' }, content: [{ type: 'text', text: 'Other words here' }] },
      ],
    });
    expect(Array.from(element.querySelectorAll('mark'), marksOf)).toEqual(['[C:a Other word]']);
    expect(view.state.doc.textContent).toBe('Other words here');
  });
});

describe('the gap layer', () => {
  it('tells decided blocks from those with a gap', () => {
    const { view, element, spanOf } = open(short);
    const sentences = ['A headline', 'The port said so.', 'Nobody knew.', 'First item.'].map((words) =>
      spanOf(words, 'x'),
    );
    showReview(view, { coverage: { sentences, gaps: sentences.slice(2) } });
    const strokes = () =>
      Array.from(element.querySelectorAll('[data-coverage]'), (block) => [
        block.nodeName,
        block.getAttribute('data-coverage'),
        block.className,
      ]);
    expect(strokes()).toEqual([
      ['H1', 'done', 'done'],
      ['P', 'part', 'gap'],
      ['P', 'gap', 'gap'],
    ]);
    showReview(view, { coverage: { sentences, gaps: [] } });
    expect(strokes().map(([, coverage]) => coverage)).toEqual(['done', 'done', 'done']);
    showReview(view, { coverage: { sentences: [], gaps: [] } });
    expect(strokes()).toEqual([]);
  });
});

describe('the cursor layer', () => {
  it('paints the passage in each of its blocks and takes it away', () => {
    const { view, element, text } = open(short);
    showReview(view, { cursor: { start: text.indexOf('Nobody'), end: text.indexOf(' item') } });
    const painted = Array.from(
      element.querySelectorAll('[data-sentence-cursor]'),
      (span) => span.textContent,
    );
    expect(painted).toEqual(['Nobody knew.', 'First']);
    expect(cursorOf(view)?.start).toBe(text.indexOf('Nobody'));
    showReview(view, { cursor: null });
    expect(element.querySelectorAll('[data-sentence-cursor]')).toHaveLength(0);
  });
});

it('opens any article without changing a character of it', () => {
  const { view, text } = open(short);
  expect(view.state.doc.toJSON()).toEqual(short);
  expect(positionsOf(view.state.doc).textLength).toBe(text.length);
});

describe('letters that nobody sees', () => {
  const hidden = 'The po\u200brt \u202esaid\u202c so. Nobody knew.';
  const doc: ArticleDoc = {
    type: 'doc',
    content: [paragraph(hidden, ''), paragraph('Plain words.', '\n\n'), paragraph('הנמל גדל.', '\n\n')],
  };
  const wordsOf = (sign: string) => ({ name: `x${sign.charCodeAt(0).toString(16)}`, does: 'Hides.' });

  it('are named in the text, cut marks into pieces with one letter, and leave as they came', () => {
    const { view, element, spanOf } = open(doc);
    showReview(view, { painted: painting([spanOf('po\u200brt \u202esaid', 'a')]) });
    const before = element.innerHTML;
    const stop = showLetters(view, { direction: 'ltr', wordsOf });
    const signs = Array.from(element.querySelectorAll<HTMLElement>('.unseen-sign'));
    expect(signs.map(({ dataset, textContent }) => [dataset.sign, textContent])).toEqual([
      ['x200b', '\u200b'],
      ['x202e', '\u202e'],
      ['x202c', '\u202c'],
    ]);
    expect(element.querySelectorAll('mark[data-start]')).toHaveLength(1);
    const marked = Array.from(element.querySelectorAll('mark'), ({ textContent }) => textContent);
    expect(marked.join('')).toBe('po\u200brt \u202esaid');
    expect(element.querySelector('p')?.textContent).toBe(hidden);
    stop();
    expect(element.innerHTML).toBe(before);
  });

  it('let a paragraph in another script run its own way, where the direction of the article is known', () => {
    const { view, element } = open(doc);
    const stop = showLetters(view, { direction: 'ltr', wordsOf });
    const ways = () => Array.from(element.querySelectorAll('p'), (block) => block.getAttribute('dir'));
    expect(ways()).toEqual([null, null, 'auto']);
    stop();
    showLetters(view, { direction: null, wordsOf });
    expect(ways()).toEqual([null, null, null]);
  });
});
