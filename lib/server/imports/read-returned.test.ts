import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, textBlocks } from '@/lib/domain/article-doc';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { claimId } from '@/lib/domain/testing/desk';
import { everyKindOfArticle } from '@/lib/domain/testing/every-kind';
import { changedDoc } from '@/lib/domain/text/changed-doc';
import { compareComments } from '@/lib/exchange/docx/compare-comments';
import { compareTexts } from '@/lib/exchange/docx/compare-texts';
import type { ReturnedPiece } from '@/lib/exchange/docx/returned-word';
import { sentWord } from '@/lib/exchange/docx/sent-word';
import { reportToDocx } from '@/lib/exchange/report-docx';
import { reportOf } from '@/lib/exchange/testing/report-of';
import { readReturned } from './read-returned';
import { editWord, inArticle } from './testing/edit-word';
import { bringBack, report } from './testing/returned-report';

describe('the text of a Word report that comes back', () => {
  it('has changed nothing where nobody has, whatever the article and its marks are', async () => {
    await fc.assert(
      fc.asyncProperty(articleState, async (any) => {
        const out = reportOf(any);
        const sent = sentWord(out);
        const returned = await readReturned(await reportToDocx(out));
        const texts = compareTexts(sent, returned);
        expect(texts.changes).toEqual([]);
        expect(texts.outside).toEqual([]);
        expect(texts.formatting).toEqual({ changes: [], unclear: [] });
        expect(texts.suggestions.every(({ state: how }) => how === 'open')).toBe(true);
        expect(compareComments(sent, returned, texts)).toEqual({
          replies: [],
          fresh: [],
          edited: [],
          settled: [],
          removed: [],
        });
        for (const { id, range } of returned.comments) {
          const comment = sent.comments[Number(id)];
          const passage = sent.passages.find(({ annotationId }) => annotationId === comment?.annotationId);
          if (range === null || passage === undefined) continue;
          expect(texts.passageOf(range)).toEqual(texts.sentPassage(passage));
        }
      }),
      { numRuns: 20, examples: [[everyKindOfArticle()]] },
    );
  });

  it('gives the words that Word shows with all changes of the writer, whatever was changed where', async () => {
    const edit = fc.record({
      run: fc.nat(),
      from: fc.nat(),
      length: fc.integer({ min: 0, max: 9 }),
      to: fc.constantFrom('', 'new', '412 ', '\u{1F6A2}', 'שלום'),
      author: fc.constantFrom('Wim', 'Lev', undefined),
    });
    await fc.assert(
      fc.asyncProperty(articleState, fc.array(edit, { maxLength: 8 }), async (any, edits) => {
        const out = reportOf(any);
        const xml = inArticle((body) => edits.reduce(editAnyRun, body));
        const bytes = await editWord(await reportToDocx(out), { rewrite: { 'word/document.xml': xml } });
        const returned = await readReturned(bytes);
        const sent = sentWord(out);
        const { changes, outside } = compareTexts(sent, returned);
        fc.pre(outside.length === 0);
        const doc = changedDoc(
          any.revision.doc,
          changes.flatMap((change) => change.edits),
        );
        const lines = textBlocks(doc).map((block) => blockText(block).replaceAll('\n', '\u2028'));
        const shown = returned.paragraphs
          .map(({ pieces }) => pieces.map(shownWords).join(''))
          .filter((line, index) => line !== '' && !(index === 0 && sent.headline !== null));
        expect(lines.filter((line) => line !== '')).toEqual(shown.filter((line) => !/^Page \d+$/.test(line)));
      }),
      { numRuns: 20 },
    );
  });

  it('says of itself which article, revision and event it was made of', async () => {
    const { returned } = await bringBack({});
    expect(returned.facts).toMatchObject({
      GalleyArticle: report.article.id,
      GalleyRevision: '1',
      GalleySeq: String(report.record.seq),
      GalleyView: 'checking',
      GalleyOrder: 'text',
    });
  });

  it('tells the writer’s tracked change from the suggestion that is still open', async () => {
    const { texts } = await bringBack({
      change: [{ from: 'Nobody', to: 'Hardly anybody', author: 'Wim' }],
    });
    expect(texts.changes).toMatchObject([
      { kind: 'tracked', before: 'Nobody', after: 'Hardly anybody', authors: ['Wim'] },
    ]);
    expect(texts.suggestions).toMatchObject([{ annotationId: claimId, state: 'open' }]);
  });

  const accepted = (xml: string): string =>
    xml.replace(/<w:del .*?<\/w:del>/g, '').replace(/<w:ins [^>]*>(.*?)<\/w:ins>/g, '$1');
  const declined = (xml: string): string =>
    xml
      .replace(/<w:ins .*?<\/w:ins>/g, '')
      .replace(/<w:del [^>]*>(.*?)<\/w:del>/g, '$1')
      .replace(/(<\/?w:)delText/g, '$1t');

  it('knows a suggestion that was accepted in Word, and one that was declined', async () => {
    const yes = await bringBack({ rewrite: { 'word/document.xml': accepted } });
    expect(yes.texts.changes).toMatchObject([
      {
        kind: 'accepted',
        before: 'port will cost 412 million',
        after: 'port will cost 421 million kronor',
        annotationId: claimId,
        edits: [{ inserted: '421' }, { inserted: ' kronor' }],
      },
    ]);
    expect(yes.texts.suggestions).toEqual([]);
    const no = await bringBack({ rewrite: { 'word/document.xml': declined } });
    expect(no.texts.changes).toEqual([]);
    expect(no.texts.suggestions).toMatchObject([{ annotationId: claimId, state: 'declined' }]);
  });

  it('shows what was changed without a word, also beside a suggestion that was accepted', async () => {
    const { texts } = await bringBack({
      change: [{ from: 'surprised', to: 'astonished' }],
      rewrite: { 'word/document.xml': accepted },
    });
    expect(texts.changes).toMatchObject([
      { kind: 'accepted' },
      { kind: 'untracked', before: 'surprised', after: 'astonished', authors: [], at: null },
    ]);
  });

  it('joins where words went from and where they went to, and keeps added and removed paragraphs whole', async () => {
    const by = 'w:author="Wim" w:date="2026-04-01T09:30:00Z"';
    const moved = (edge: 'From' | 'To', id: number): string =>
      `<w:move${edge}RangeStart w:id="${id}" w:name="m1"/><w:move${edge} w:id="${id + 1}" ${by}><w:r><w:t xml:space="preserve">Nobody </w:t></w:r></w:move${edge}><w:move${edge}RangeEnd w:id="${id}"/>`;
    const { texts } = await bringBack({
      rewrite: {
        'word/document.xml': (xml) =>
          xml
            .replace('<w:r><w:t xml:space="preserve">The </w:t></w:r>', `${moved('To', 1)}$&`)
            .replace(
              '<w:r><w:t xml:space="preserve">. Nobody is surprised.</w:t></w:r></w:p>',
              `<w:r><w:t xml:space="preserve">. </w:t></w:r>${moved('From', 3)}<w:r><w:t>is surprised.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:ins w:id="5" ${by}/></w:rPr></w:pPr><w:ins w:id="6" ${by}><w:r><w:t>A last word.</w:t></w:r></w:ins></w:p>`,
            ),
      },
    });
    expect(texts.changes.map(({ kind, before, after, edits }) => [kind, before, after, edits])).toEqual([
      [
        'moved',
        'Nobody ',
        'Nobody ',
        [
          { start: 0, end: 0, inserted: 'Nobody ' },
          { start: 32, end: 39, inserted: '' },
        ],
      ],
      ['tracked', '', '\nA last word.', [{ start: 52, end: 52, inserted: '\nA last word.' }]],
    ]);
  });

  it('keeps the words of boxes and notes, and of the headline, apart from the text', async () => {
    const { texts, returned } = await bringBack({
      change: [{ from: 'Port', to: 'Harbour', author: 'Wim' }],
      rewrite: {
        'word/document.xml': inArticle((xml) =>
          xml.replace(
            '</w:p>',
            '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>',
          ),
        ),
        'word/footnotes.xml': (xml) =>
          xml.replace(
            '</w:footnotes>',
            '<w:footnote w:id="7"><w:p><w:r><w:t>A source.</w:t></w:r></w:p></w:footnote></w:footnotes>',
          ),
      },
    });
    expect(texts.changes).toEqual([]);
    expect(texts.outside).toEqual([]);
    expect(texts.headline).toEqual({
      before: 'Port',
      after: 'Harbour',
      kind: 'tracked',
      authors: ['Wim'],
      at: '2026-04-01T09:30:00.000Z',
    });
    expect(returned.beside).toEqual(['In a box', 'A source.']);
  });
});

/** What a piece shows with the writer's changes made and the house's left open. */
function shownWords({ text, tracked }: ReturnedPiece): string {
  const isOurs = tracked.some(({ author }) => author !== 'Wim' && author !== 'Lev');
  const isHidden = tracked.some(({ kind }) => (kind === 'removed') !== isOurs);
  return isHidden ? '' : text;
}

type RunEdit = { run: number; from: number; length: number; to: string; author: string | undefined };

/** Changes some words of some run of the article that nobody has changed yet. */
function editAnyRun(xml: string, { run: chosen, from, length, to, author }: RunEdit): string {
  const end = xml.indexOf('galley_end_of_article');
  const runs = [
    ...xml
      .slice(0, end)
      .matchAll(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t [^>]*>([^<&]+)<\/w:t><\/w:r>/g),
  ].filter(({ index }) => !/<w:(?:ins|del) [^>]*>$/.test(xml.slice(0, index)));
  const found = runs[chosen % Math.max(1, runs.length)];
  if (found === undefined) return xml;
  const [whole, look = '', text = ''] = found;
  const signs = [...text];
  const start = from % signs.length;
  const part = (words: string, tag = 't'): string =>
    words === '' ? '' : `<w:r>${look}<w:${tag} xml:space="preserve">${words}</w:${tag}></w:r>`;
  const tracked = (tag: string, inside: string): string =>
    author === undefined || inside === ''
      ? inside
      : `<w:${tag} w:id="1" w:author="${author}" w:date="2026-04-01T09:30:00Z">${inside}</w:${tag}>`;
  const gone = signs.slice(start, start + length).join('');
  const changed =
    (author === undefined ? '' : tracked('del', part(gone, 'delText'))) + tracked('ins', part(to));
  const made = part(signs.slice(0, start).join('')) + changed + part(signs.slice(start + length).join(''));
  return xml.slice(0, found.index) + made + xml.slice(found.index + whole.length);
}
