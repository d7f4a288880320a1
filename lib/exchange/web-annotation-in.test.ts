import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openProposal } from '@/lib/domain/check';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { richTextToHtml } from './markup';
import { placeQuotes } from './place-quotes';
import { hypothesisFile, recogitoFile, recogitoStudioFile } from './testing/foreign-files';
import { reportOf } from './testing/report-of';
import { wholeText } from './testing/written-whole';
import { parseWebAnnotations } from './web-annotation-in';

const article = 'Smiles 😀 cost money. The port grew by 40 percent. Then the port grew by 40 percent again.';

/** What a file holds, with the places that it has in a text. */
function read(words: string, text = article) {
  const file = parseWebAnnotations(words);
  const found = placeQuotes(
    file.annotations.map(({ sought }) => sought),
    [{ id: 'now', number: 1, text }],
  );
  return { ...file, annotations: file.annotations.map((one, index) => ({ ...one, ...found[index] })) };
}

const wordsAt = (place: { start: number; end: number } | null | undefined): string =>
  place ? article.slice(place.start, place.end) : '';

describe('W3C Web Annotations that come in', () => {
  it('have the passages and bodies that went out, for any article', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const report = reportOf(state);
        const { tool, annotations, unread } = read(wholeText(report, 'jsonld'), state.revision.text);
        expect({ tool, unread }).toEqual({ tool: 'Galley', unread: [] });
        expect(annotations).toHaveLength(report.entries.length);
        for (const [index, { annotation }] of report.entries.entries()) {
          const back = annotations[index];
          const { start, end } = annotation.anchor;
          expect(back?.place).toMatchObject({ start, end, state: 'exact' });
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
          expect(back?.links.map(({ address, quote }) => ({ address, quote }))).toEqual(
            linked.map(({ address, quote }) => ({ address, quote })),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are read from Hypothesis: UTF-16 positions, Markdown, tags, replies; page notes are named', () => {
    const file = read(hypothesisFile(article));
    expect(file.tool).toBe('Hypothesis');
    const [one, two] = file.annotations;
    expect(wordsAt(one?.place)).toBe('cost money');
    expect(one).toMatchObject({
      author: 'Ada Byron',
      authorId: 'acct:ada@hypothes.is',
      tags: ['money', 'statistic'],
      bodies: [{ purpose: 'commenting', format: 'text/markdown', value: '**Who** says so?' }],
      replies: [
        { author: 'bo', value: 'The ministry.' },
        { author: 'Ada Byron', value: 'Thanks' },
      ],
    });
    expect(wordsAt(two?.place)).toBe('the port grew by 40 percent again');
    expect(file.unread).toEqual([
      {
        number: 4,
        words: 'A note on the whole page.',
        why: 'It does not quote the passage that it is about.',
      },
      { number: 6, words: 'Lost reply', why: 'What it answers is not in this file.' },
    ]);
  });

  it('are read from Recogito, keeping bodies of a kind that Galley does not know', () => {
    const file = read(recogitoFile(article));
    expect(file.tool).toBe('Recogito');
    const [one] = file.annotations;
    expect(wordsAt(one?.place)).toBe('The port');
    expect(one?.bodies).toEqual([
      expect.objectContaining({ value: 'Which port?', purpose: 'commenting' }),
      expect.objectContaining({ value: 'Der Hafen', purpose: 'transcribing' }),
    ]);
    expect(one?.tags).toEqual(['geography', 'EVENT']);
    expect(one?.unknown).toEqual([
      expect.objectContaining({ purpose: 'identifying', value: 'http://pleiades.stoa.org/places/1' }),
      expect.objectContaining({ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } }),
    ]);
  });

  it('are read from Recogito Studio: several ranges, HTML comments, structured tags', () => {
    const [one] = read(recogitoStudioFile(article)).annotations;
    expect(wordsAt(one?.place)).toBe('The port grew');
    expect(one?.alsoAbout).toEqual(['again']);
    expect(one?.bodies).toEqual([
      expect.objectContaining({ format: 'text/html', author: 'Cleo', purpose: 'commenting' }),
      expect.objectContaining({ format: 'text/html', author: 'Dan', purpose: 'replying' }),
    ]);
    expect(one?.unknown).toEqual([
      expect.objectContaining({ purpose: 'tagging', value: { id: 't1', label: 'Trade' } }),
    ]);
  });

  it('say where a passage may belong that is not there any more, and place nothing by guess', () => {
    const file = [
      { target: { selector: [{ type: 'TextQuoteSelector', exact: 'port grew by 50 percent' }] } },
    ];
    const [one] = read(JSON.stringify(file)).annotations;
    expect(one?.place).toBeNull();
    expect(one?.candidates?.map(wordsAt)[0]).toContain('port grew by');
  });

  it('name what cannot be read, and refuse what holds nothing', () => {
    const file = [{ body: 'Hm', target: { selector: [{ type: 'SvgSelector', value: '<svg/>' }] } }, 7];
    expect(parseWebAnnotations(JSON.stringify(file)).unread).toEqual([
      { number: 1, words: 'Hm', why: 'It does not quote the passage that it is about.' },
      { number: 2, words: '7', why: 'This is no annotation.' },
    ]);
    expect(() => parseWebAnnotations('{"a":1}')).toThrow('no annotations in this file');
    expect(() => parseWebAnnotations('hello')).toThrow('not valid JSON');
  });
});
