import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, textBlocks } from '@/lib/domain/article-doc';
import { plainToRichText } from '@/lib/domain/rich-text';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { article, at, claim, claimId, idOf, people, proposal, question } from '@/lib/domain/testing/desk';
import { everyKindOfArticle } from '@/lib/domain/testing/every-kind';
import { changedDoc } from '@/lib/domain/text/changed-doc';
import { compareComments } from '@/lib/exchange/docx/compare-comments';
import { compareTexts } from '@/lib/exchange/docx/compare-texts';
import type { ReturnedPiece } from '@/lib/exchange/docx/returned-word';
import { sentWord } from '@/lib/exchange/docx/sent-word';
import { reportToDocx } from '@/lib/exchange/report-docx';
import { reportOf } from '@/lib/exchange/testing/report-of';
import { readReturned } from './read-returned';
import { editWord, inArticle, type WordEdits } from './testing/edit-word';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

const said = (number: number, words: string, authorId: string) => ({
  ...question,
  id: idOf(number),
  authorId,
  body: plainToRichText(words),
});
const state = article(
  claim(
    { status: 'proposed', proposal: { ...proposal, suggestedWording: 'port will cost 421 million kronor' } },
    {
      notes: [{ ...said(90, 'Called the ministry.', people.mara.userId) }],
      threads: [
        {
          id: idOf(80),
          kind: 'author_query',
          authorId: people.tom.userId,
          createdAt: at,
          resolved: null,
          version: 1,
          replies: [said(81, 'Which year?', people.tom.userId)],
        },
      ],
    },
  ),
);
const report = reportOf({
  ...state,
  people: Object.fromEntries(Object.values(people).map(({ userId: id, name }) => [id, { id, name }])),
});

async function bringBack(edits: WordEdits) {
  const returned = await readReturned(await editWord(await reportToDocx(report), edits));
  const sent = sentWord(report);
  const texts = compareTexts(sent, returned);
  return { returned, sent, texts, comments: compareComments(sent, returned, texts) };
}

describe('a Word report that comes back', () => {
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

  it('brings answers to their conversation or annotation and new comments to their passage', async () => {
    const { comments, texts } = await bringBack({
      comments: [
        { author: 'Wim', words: 'Of 2025.', answers: 'Which year?' },
        { author: 'Wim', words: 'Says who?', answers: 'C1 Claim' },
        { author: 'Wim', words: 'Too strong', on: 'Nobody is surprised' },
        { author: 'Lev', words: 'Agreed', answers: 'Too strong' },
      ],
    });
    expect(texts.changes).toEqual([]);
    expect(comments.replies).toMatchObject([
      { annotationId: claimId, threadId: idOf(80), remark: { author: 'Wim', words: 'Of 2025.' } },
      { annotationId: claimId, threadId: null, remark: { words: 'Says who?' } },
    ]);
    expect(comments.fresh).toMatchObject([
      {
        remark: { words: 'Too strong', at: '2026-04-01T09:30:00.000Z' },
        replies: [{ author: 'Lev', words: 'Agreed' }],
        passage: { start: 32, end: 51 },
        annotationId: null,
        quote: 'Nobody is surprised',
      },
    ]);
    expect([comments.edited, comments.settled, comments.removed]).toEqual([[], [], []]);
  });

  it('sees what became of the house’s own comments', async () => {
    const { comments } = await bringBack({
      rewrite: {
        'word/comments.xml': (xml) =>
          xml
            .replace('Called the ministry.', 'Called the ministry twice.')
            .replace(/<w:comment (?:(?!<w:comment ).)*?Evidence: supports.*?<\/w:comment>/s, ''),
        'word/commentsExtended.xml': (xml) => xml.replaceAll('w15:done="0"', 'w15:done="1"'),
      },
    });
    expect(comments.edited.map(({ words }) => words)).toEqual(['Note\nCalled the ministry twice.']);
    expect(comments.removed.map(({ words }) => words.split('\n')[0])).toEqual(['Evidence: supports']);
    expect(comments.settled.map(({ sent, isResolved }) => [sent.threadId, isResolved])).toEqual([
      [null, true],
      [idOf(80), true],
    ]);
    expect([comments.replies, comments.fresh]).toEqual([[], []]);
  });

  it('knows its comments by what they say where their lasting ids were lost', async () => {
    const { comments } = await bringBack({
      rewrite: {
        'word/commentsIds.xml': () => '',
        'word/comments.xml': (xml) =>
          xml.replace(/(<w:comment [^>]*w:id=")(\d+)/g, (_, head, id) => `${head}${id}`),
      },
      comments: [{ author: 'Wim', words: 'Of 2025.', answers: 'Which year?' }],
    });
    expect(comments).toMatchObject({ replies: [{ threadId: idOf(80) }], fresh: [], edited: [], removed: [] });
  });

  it('knows an answer by its first line where LibreOffice has flattened the conversations, and only without doubt', async () => {
    const said = async (head: string) => {
      const { comments } = await bringBack({
        rewrite: {
          'word/commentsIds.xml': () => '',
          'word/commentsExtended.xml': (xml) => xml.replace(/ w15:paraIdParent="\w+"/g, ''),
          'word/document.xml': (xml) =>
            xml
              .replace('<w:commentRangeStart w:id="0"/>', '$&<w:commentRangeStart w:id="9000"/>')
              .replace('<w:commentRangeEnd w:id="0"/>', '$&<w:commentRangeEnd w:id="9000"/>'),
        },
        comments: [{ author: 'Wim', words: `${head}: &quot;...&quot; Of 2025.` }],
      });
      return [
        comments.replies.map(({ annotationId, threadId }) => [annotationId, threadId]),
        comments.fresh.map(({ annotationId }) => annotationId),
      ];
    };
    // The question is Tom's; what Mara did is the claim itself, her note, her proposal and her evidence.
    expect(await said('Reply to Tom (03/03/26, 14:02)')).toEqual([[[claimId, idOf(80)]], []]);
    expect(await said('Antwort an Tom (3. März 2026, 2:02 PM)')).toEqual([[[claimId, idOf(80)]], []]);
    expect(await said('Reply to Mara (03/03/2026, 14:02)')).toEqual([[[claimId, null]], []]);
    for (const other of ['Reply to Tom (03/03/2026, 14:03)', 'Reply to Ann (03/03/2026, 14:02)', 'Says Tom'])
      expect(await said(other)).toEqual([[], [claimId]]);
  });

  it('shows a new comment on exactly the passage of an annotation as said about that', async () => {
    const { comments } = await bringBack({
      rewrite: {
        'word/document.xml': (xml) =>
          xml
            .replace('<w:commentRangeStart w:id="0"/>', '$&<w:commentRangeStart w:id="9000"/>')
            .replace('<w:commentRangeEnd w:id="0"/>', '$&<w:commentRangeEnd w:id="9000"/>'),
      },
      comments: [{ author: 'Wim', words: 'Of 2025.' }],
    });
    expect(comments.fresh).toMatchObject([{ annotationId: claimId, passage: { start: 4, end: 30 } }]);
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

  const by = 'w:author="Wim" w:date="2026-04-01T09:30:00Z"';
  const nobody = '<w:r><w:t xml:space="preserve">. Nobody is surprised.</w:t></w:r>';
  const told = (texts: ReturnType<typeof compareTexts>) =>
    texts.formatting.changes.map(({ start, end, change, was, kind, authors }) => [
      report.revision.text.slice(start, end),
      change,
      was,
      kind,
      authors,
    ]);

  it('tells changes of looks that an article knows, tracked or not, from those that it does not', async () => {
    const look = (properties: string, words: string): string =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const former = (inside: string): string =>
      `<w:rPrChange w:id="1" ${by}><w:rPr>${inside}</w:rPr></w:rPrChange>`;
    const changed = [
      look(`<w:b/><w:color w:val="FF0000"/>${former('')}`, '. Nobody'),
      look('<w:color w:val="FF0000"/><w:sz w:val="40"/>', ' is '),
      look(`<w:i/>${former('<w:i/>')}`, 'sur'),
      look('<w:rStyle w:val="Strong"/>', 'prised'),
      `<w:del w:id="2" ${by}><w:r><w:delText>.</w:delText></w:r></w:del><w:ins w:id="3" ${by}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>.</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>`,
    ];
    const { texts } = await bringBack({
      rewrite: {
        'word/document.xml': (xml) => xml.replace(nobody, changed.join('')),
        'word/styles.xml': (xml) =>
          xml.replace(
            '</w:styles>',
            '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>',
          ),
      },
    });
    expect(texts.changes).toEqual([]);
    const [on, off] = [true, false].map((isOn) => ({ type: 'mark', mark: 'bold', isOn }));
    expect(told(texts)).toEqual([
      ['. Nobody', on, off, 'tracked', ['Wim']],
      ['sur', { ...on, mark: 'italic' }, { ...off, mark: 'italic' }, 'untracked', []],
      ['prised', on, off, 'untracked', []],
      ['.', { type: 'link', href: 'https://example.org' }, { type: 'link', href: null }, 'tracked', ['Wim']],
    ]);
  });

  it('tells paragraphs that became something else, and says where they were parted as well', async () => {
    const former = `<w:pPrChange w:id="1" ${by}><w:pPr/></w:pPrChange>`;
    const styled = (properties: string, tail = '') => ({
      rewrite: {
        'word/document.xml': inArticle((xml) =>
          xml
            .replace(
              /<w:pPr>(?:(?!<w:pPr>).)*?<\/w:pPr>(?=(?:(?!<w:p>).)*Nobody is)/s,
              `<w:pPr>${properties}</w:pPr>`,
            )
            .replace(nobody, nobody + tail),
        ),
        'word/numbering.xml': (xml: string) =>
          xml.replace(
            '</w:numbering>',
            '<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num></w:numbering>',
          ),
      },
    });
    const heading = `<w:pStyle w:val="Heading2"/>${former}`;
    const { text } = report.revision;
    const was = { type: 'kind', kind: 'paragraph' };
    expect(told((await bringBack(styled(heading))).texts)).toEqual([
      [text, { type: 'kind', kind: 'heading2' }, was, 'tracked', ['Wim']],
    ]);
    const listed = await bringBack(
      styled('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr><w:ind w:left="900"/>'),
    );
    expect(told(listed.texts)).toEqual([
      [text, { type: 'list', list: 'orderedList' }, { type: 'list', list: null }, 'untracked', []],
    ]);
    const { texts } = await bringBack(styled(heading, '</w:p><w:p><w:r><w:t>A new one.</w:t></w:r>'));
    expect(texts.formatting.changes).toHaveLength(1);
    const parted = await bringBack({
      rewrite: {
        'word/document.xml': inArticle((xml) =>
          xml.replace(nobody, `</w:p><w:p><w:pPr>${heading}</w:pPr>${nobody}`),
        ),
      },
    });
    expect([parted.texts.formatting.changes, parted.texts.formatting.unclear.length]).toEqual([[], 1]);
  });

  it.runIf(hasLibreOffice)(
    'is still understood after LibreOffice has opened and saved it (runs where soffice is installed)',
    async () => {
      const bytes = await editWord(await reportToDocx(report), {
        change: [{ from: 'Nobody', to: 'Hardly anybody', author: 'Wim' }],
        comments: [
          { author: 'Wim', words: 'Of 2025.', answers: 'Which year?' },
          { author: 'Wim', words: 'Too strong', on: 'surprised' },
        ],
      });
      const every = reportOf(everyKindOfArticle());
      const [first, second] = throughLibreOffice(bytes, await reportToDocx(every));
      const untouched = compareTexts(sentWord(every), await readReturned(second ?? bytes));
      expect([untouched.headline, untouched.formatting, untouched.changes]).toEqual([
        null,
        { changes: [], unclear: [] },
        [],
      ]);
      const returned = await readReturned(first ?? bytes);
      const sent = sentWord(report);
      const texts = compareTexts(sent, returned);
      expect(texts.changes).toMatchObject([
        { kind: 'tracked', before: 'Nobody', after: 'Hardly anybody', authors: ['Wim'] },
      ]);
      expect(texts.suggestions).toMatchObject([{ annotationId: claimId, state: 'open' }]);
      const comments = compareComments(sent, returned, texts);
      expect([comments.edited, comments.removed]).toEqual([[], []]);
      // This LibreOffice forgets what answers what: the answer stands on the same passage, and goes to it.
      const said = [
        ...comments.replies.map(({ annotationId, remark }) => [annotationId, remark.words]),
        ...comments.fresh.map(({ annotationId, remark }) => [annotationId, remark.words]),
      ];
      expect(said.toSorted()).toEqual([
        [null, 'Too strong'],
        [claimId, 'Of 2025.'],
      ]);
      expect(comments.fresh.find(({ annotationId }) => annotationId === null)).toMatchObject({
        quote: 'surprised',
        passage: { start: 42, end: 51 },
      });
      expect(returned.facts).toMatchObject({ GalleyArticle: report.article.id, GalleyView: 'checking' });
    },
    120_000,
  );
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

/** Opens files in LibreOffice and saves them as Word again, as OpenDocument in between. */
function throughLibreOffice(...files: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-office-'));
  try {
    const to = (ending: string, filter: string, from: readonly string[]): void => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [profile, '--headless', '--norestore', '--convert-to', `${ending}:${filter}`];
      const paths = from.map((name) => path.join(folder, name));
      execFileSync('soffice', [...args, '--outdir', folder, ...paths], { stdio: 'ignore' });
    };
    const named = (ending: string): readonly string[] => files.map((_, index) => `report-${index}.${ending}`);
    for (const [index, name] of named('docx').entries())
      writeFileSync(path.join(folder, name), files[index] ?? '');
    to('odt', 'writer8', named('docx'));
    to('docx', 'MS Word 2007 XML', named('odt'));
    return named('docx').map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
