import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openProposal } from '@/lib/domain/check';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { richTextToHtml } from './markup';
import { reportOf } from './testing/report-of';
import { parseWebAnnotations } from './web-annotation-in';
import { writeText } from './write-text';

describe('W3C Web Annotations that come in', () => {
  it('have the passages and bodies that went out, for any article', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const report = reportOf(state);
        const { annotations, unread } = parseWebAnnotations(writeText(report, 'jsonld'), state.revision.text);
        expect(unread).toEqual([]);
        expect(annotations).toHaveLength(report.entries.length);
        for (const [index, { annotation }] of report.entries.entries()) {
          const back = annotations[index];
          const { start, end } = annotation.anchor;
          expect(back?.place).toEqual({ start, end });
          expect(back).toMatchObject({
            id: `urn:uuid:${annotation.id}`,
            mark: annotation.mark,
            status: annotation.check.status,
            tags: annotation.claim.claimTypes,
            at: annotation.createdAt,
            unknown: [],
          });
          const said = (purpose: string): string[] =>
            (back?.bodies ?? []).flatMap((body) => (body.purpose === purpose ? [body.value] : []));
          expect(said('commenting')).toEqual(annotation.notes.map(({ body }) => richTextToHtml(body)));
          const wording = openProposal(annotation.check)?.suggestedWording;
          expect(said('editing')).toEqual(wording ? [wording] : []);
          const linked = annotation.evidence.filter(({ address }) => address !== null);
          expect(back?.links).toEqual(linked.map(({ address, quote }) => ({ address, quote })));
        }
      }),
      { numRuns: 40 },
    );
  });

  const article =
    'Smiles 😀 cost money. The port grew by 40 percent. Then the port grew by 40 percent again.';

  it('are read from Hypothesis, whose positions count UTF-16 code units', () => {
    const start = article.indexOf('cost money');
    const file = {
      rows: [
        {
          id: 'h1',
          user: 'acct:ada@hypothes.is',
          created: '2026-03-01T10:00:00Z',
          text: 'Who says so?',
          tags: ['money'],
          target: [
            {
              source: 'https://news.example.org',
              selector: [
                { type: 'RangeSelector', startContainer: '/p[1]' },
                { type: 'TextPositionSelector', start, end: start + 10 },
                { type: 'TextQuoteSelector', exact: 'cost money', prefix: '😀 ', suffix: '. The' },
              ],
            },
          ],
        },
      ],
    };
    const [one] = parseWebAnnotations(JSON.stringify(file), article).annotations;
    expect(one).toMatchObject({
      place: { start, end: start + 10 },
      author: 'acct:ada@hypothes.is',
      tags: ['money'],
      bodies: [{ purpose: 'commenting', value: 'Who says so?' }],
    });
  });

  it('are read from Recogito, keeping bodies of a kind that Galley does not know', () => {
    const file = [
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: '#r1',
        type: 'Annotation',
        body: [
          { type: 'TextualBody', value: 'A claim', purpose: 'commenting', creator: { id: 'u1', name: 'Bo' } },
          { type: 'Choice', items: [1, 2] },
        ],
        target: {
          selector: { type: 'TextQuoteSelector', exact: 'the port grew', prefix: 'Then ', suffix: ' by' },
        },
      },
    ];
    const [one] = parseWebAnnotations(JSON.stringify(file), article).annotations;
    const start = article.indexOf('the port grew');
    expect(one?.place).toEqual({ start, end: start + 13 });
    expect(one?.bodies).toEqual([expect.objectContaining({ value: 'A claim', author: 'Bo' })]);
    expect(one?.unknown).toEqual([expect.objectContaining({ type: 'Choice', items: [1, 2] })]);
  });

  it('say where a passage may belong that is not there any more, and place nothing by guess', () => {
    const file = [
      { target: { selector: [{ type: 'TextQuoteSelector', exact: 'port grew by 50 percent' }] } },
    ];
    const [one] = parseWebAnnotations(JSON.stringify(file), article).annotations;
    expect(one?.place).toBeNull();
    expect(one?.candidates.map(({ start, end }) => article.slice(start, end))[0]).toContain('port grew by');
  });

  it('name what cannot be read, and refuse what holds nothing', () => {
    const file = [{ target: { selector: [{ type: 'SvgSelector', value: '<svg/>' }] } }, 7];
    expect(parseWebAnnotations(JSON.stringify(file), article).unread).toEqual([
      { number: 1, why: 'It does not quote the passage that it is about.' },
      { number: 2, why: 'This is no annotation.' },
    ]);
    expect(() => parseWebAnnotations('{"a":1}', article)).toThrow('no annotations in this file');
    expect(() => parseWebAnnotations('hello', article)).toThrow('not valid JSON');
  });
});
