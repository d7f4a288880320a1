import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { ArticleState } from '@/lib/domain/apply';
import { placedBlocks } from '@/lib/domain/article-doc';
import { buildReport, type Report } from '@/lib/domain/report/report';
import { articleState, words } from '@/lib/domain/testing/arbitraries';
import { article, claim, idOf } from '@/lib/domain/testing/desk';
import { codePointsOf } from './code-points';
import { parseGalleyFile } from './galley-json';
import { wholeGalleyFile, wholeText } from './testing/written-whole';
import { pageLength, reportToWebAnnotations } from './web-annotation';
import { parseWebAnnotations } from './web-annotation-in';

const reportOf = (state: ArticleState): Report =>
  buildReport(state, {
    teamName: 'Desk & <Co>',
    recordHash: 'b'.repeat(64),
    at: '2026-03-03T14:02:00.000Z',
    by: { id: '00000000-0000-4000-8000-000000000001', name: 'Mara' },
  });

describe('code points', () => {
  it('convert there and back at every character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const points = codePointsOf(text);
        let offset = 0;
        [...text].forEach((character, index) => {
          expect(points.fromUtf16(offset)).toBe(index);
          expect(points.toUtf16(index)).toBe(offset);
          offset += character.length;
        });
        expect(points.toUtf16([...text].length)).toBe(text.length);
      }),
    );
  });
});

describe('Galley JSON', () => {
  it('gives back exactly what went in, for any article', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const report = reportOf(state);
        const file = parseGalleyFile(wholeText(report, 'json'));
        expect(file).toEqual(JSON.parse(JSON.stringify(wholeGalleyFile(report))));
        const back = file.annotations.map(({ anchor, ...annotation }) => ({
          ...annotation,
          articleId: state.article.id,
          anchor: { ...anchor, revisionId: state.revision.id },
        }));
        expect(back).toEqual(report.entries.map(({ annotation }) => annotation));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what waits for a person after new text, and what was lost', () => {
    const touched = { ...claim().anchor, state: 'touched' as const, drift: 'number', before: '412 millions' };
    const lost = {
      ...claim().anchor,
      state: 'orphaned' as const,
      exact: 'gone',
      method: 'none',
      certainty: 0,
    };
    const report = reportOf(
      article(claim({}, { anchor: touched }), claim({}, { id: idOf(11), anchor: lost })),
    );
    const file = parseGalleyFile(wholeText(report, 'json'));
    expect(file.annotations.map(({ anchor }) => anchor)).toEqual([touched, lost]);
  });

  it.each([1, 2])('still reads a stored file of version %i', (version) => {
    const stored = new URL(`./testing/galley-file-${version}.json`, import.meta.url);
    const file = parseGalleyFile(readFileSync(stored, 'utf8'));
    expect(file).toMatchObject({ version: 3, whole: null, article: { version: 1 }, replyRequests: [] });
    expect(file.annotations).toHaveLength(4);
    const statuses = file.annotations.map(({ check }) => check.status);
    expect(new Set(statuses).size > 1).toBe(version === 2);
  });

  it.each([
    ['no JSON', 'hello', 'not valid JSON'],
    ['another JSON', '{"a":1}', 'not a Galley file'],
  ])('refuses %s in a clear sentence', (_name, input, sentence) => {
    expect(() => parseGalleyFile(input)).toThrow(sentence);
  });

  it('refuses a file whose mark does not lie on its quote', () => {
    const [state] = fc.sample(
      articleState.filter((one) => Object.keys(one.annotations).length > 0),
      1,
    );
    if (state === undefined) throw new Error('no sample');
    const file = structuredClone(wholeGalleyFile(reportOf(state)));
    const [first] = file.annotations;
    if (first === undefined) throw new Error('no annotation');
    first.anchor.exact = `${first.anchor.exact}!`;
    expect(() => parseGalleyFile(JSON.stringify(file))).toThrow('does not lie on the words');
  });

  it('refuses a file whose text and layout disagree', () => {
    const [state] = fc.sample(articleState, 1);
    if (state === undefined) throw new Error('no sample');
    const file = structuredClone(wholeGalleyFile(reportOf(state)));
    file.revision.text += ' more';
    expect(() => parseGalleyFile(JSON.stringify(file))).toThrow('text and its layout');
  });
});

describe('the HTML report', () => {
  const documentOf = (report: Report): Document => new JSDOM(wholeText(report, 'html')).window.document;

  it('shows the text unchanged under any overlap of marks', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const document = documentOf(reportOf(state));
        for (const element of document.querySelectorAll('.passage sup')) element.remove();
        const shown = [...document.querySelectorAll('.passage :is(p, h1, h2, h3, h4)')].map((element) => {
          for (const lineBreak of element.querySelectorAll('br')) lineBreak.replaceWith('\n');
          return element.textContent;
        });
        const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();
        expect(bare(shown.join(' '))).toBe(bare(state.revision.text.replace(/\n\d+\. /g, '\n')));
      }),
      { numRuns: 40 },
    );
  });

  it('marks exactly the quoted words of each annotation and lists each once', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const report = reportOf(state);
        const document = documentOf(report);
        for (const element of document.querySelectorAll('.passage sup')) element.remove();
        for (const lineBreak of document.querySelectorAll('br')) lineBreak.replaceWith('\n');
        for (const { number, annotation } of report.entries) {
          const marked = [...document.querySelectorAll(`[data-annotation="${number}"]`)].map(
            (mark) => mark.textContent,
          );
          const { start, end } = annotation.anchor;
          const inBlocks = placedBlocks(state.revision.doc).map((placed) =>
            state.revision.text.slice(
              Math.max(start, placed.start),
              Math.max(start, placed.start, Math.min(end, placed.end)),
            ),
          );
          expect(marked.join('')).toBe(inBlocks.join(''));
          expect(document.querySelectorAll(`#annotation-${number}`)).toHaveLength(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('carries no script, no remote resource and no unescaped words', () => {
    fc.assert(
      fc.property(articleState, words, (state, title) => {
        const hostile = {
          ...state,
          article: { ...state.article, title: `${title}</title><script>alert(1)</script>` },
        };
        const document = documentOf(reportOf(hostile));
        expect(document.querySelector('script, img, link, iframe, object, [onload], [src]')).toBeNull();
        expect(wholeText(reportOf(hostile), 'html')).not.toMatch(/url\(|@import/);
      }),
      { numRuns: 20 },
    );
  });
});

describe('W3C Web Annotation', () => {
  type Item = {
    target: { selector: { type: string; exact: string; prefix: string; start: number; end: number }[] };
  };
  it('has selectors in code points that give the quoted words', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const collection = reportToWebAnnotations(reportOf(state)) as {
          total: number;
          first: { items: Item[] };
        }; // own output
        const points = [...state.revision.text];
        expect(collection.total).toBe(Object.keys(state.annotations).length);
        for (const { target } of collection.first.items) {
          const [quote, position] = target.selector;
          expect(points.slice(position?.start, position?.end).join('')).toBe(quote?.exact);
          expect(
            points
              .slice(0, position?.start)
              .join('')
              .endsWith(quote?.prefix ?? '?'),
          ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the context, types and required properties of the model', () => {
    const [state] = fc.sample(
      articleState.filter((one) => Object.keys(one.annotations).length > 1),
      1,
    );
    if (state === undefined) throw new Error('no sample');
    const collection = JSON.parse(wholeText(reportOf(state), 'jsonld'));
    expect(collection).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { galley: 'urn:galley:ns:' }],
      type: 'AnnotationCollection',
    });
    expect(collection.first.type).toBe('AnnotationPage');
    for (const item of collection.first.items) {
      expect(item).toMatchObject({ type: 'Annotation', creator: { type: 'Person' } });
      expect(item.id).toMatch(/^urn:uuid:/);
      expect(item.motivation).toContain('classifying');
      expect(item.body.length).toBeGreaterThan(0);
      for (const body of item.body) {
        expect([
          'classifying',
          'assessing',
          'editing',
          'tagging',
          'commenting',
          'questioning',
          'replying',
          'linking',
          'describing',
        ]).toContain(body.purpose);
      }
    }
  });
});

describe('many W3C Web Annotations', () => {
  it('stand on pages that name their neighbours and their collection, each once', () => {
    const one = claim();
    const many = Array.from({ length: pageLength + 2 }, (_, index) => ({ ...one, id: idOf(1_000 + index) }));
    const words = wholeText(reportOf(article(...many)), 'jsonld');
    const collection = JSON.parse(words);
    const pages = [collection.first, ...collection['@included']];
    expect(pages).toMatchObject([
      { id: expect.stringMatching(/:1$/), partOf: collection.id, startIndex: 0, next: pages[1].id },
      { type: 'AnnotationPage', partOf: collection.id, startIndex: pageLength, prev: pages[0].id },
    ]);
    expect([collection.total, collection.last]).toEqual([many.length, pages[1].id]);
    expect(pages.flatMap(({ items }) => items).length).toBe(many.length);
    expect(parseWebAnnotations(words).annotations).toHaveLength(many.length);
  });
});

describe('linked claims in the HTML report', () => {
  it('names what a passage is a part of or repeats, also when that is deleted', () => {
    fc.assert(
      fc.property(articleState, fc.boolean(), (state, isPart) => {
        const [claim, other] = Object.values(state.annotations);
        fc.pre(claim !== undefined && other !== undefined);
        const link = isPart ? { partOfId: claim.id } : { repeatsId: claim.id };
        const linked = { ...state, annotations: { ...state.annotations, [other.id]: { ...other, ...link } } };
        const relation = isPart ? 'Part of' : 'Says again:';
        const { number } =
          reportOf(linked).entries.find(({ annotation }) => annotation.id === claim.id) ?? {};
        expect(wholeText(reportOf(linked), 'html')).toContain(`${relation} <a href="#annotation-${number}">`);
        const down = reportOf(linked).entries.find(({ annotation }) => annotation.id === other.id)?.number;
        expect(wholeText(reportOf(linked), 'html')).toContain(
          `${isPart ? 'Parts:' : 'Said again:'} <a href="#annotation-${down}">`,
        );
        const { [claim.id]: _gone, ...annotations } = linked.annotations;
        expect(wholeText(reportOf({ ...linked, annotations }), 'html')).toContain(
          `${relation} a claim that is not in this report`,
        );
      }),
      { numRuns: 20 },
    );
  });
});
