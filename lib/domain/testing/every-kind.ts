import { anchorAt } from '../anchor';
import { type Annotation, marks } from '../annotation';
import type { ArticleState } from '../apply';
import { type ArticleBlock, type ArticleDoc, type ArticleInline, canonicalText } from '../article-doc';
import { plainToRichText } from '../rich-text';
import { bareArticle } from './bare-article';
import { at, budget, claim, idOf, people, proposal, question } from './desk';

const words = (
  text: string,
  ...marked: readonly ('bold' | 'italic' | 'underline' | 'strike' | 'code' | 'superscript' | 'subscript')[]
): ArticleInline => ({
  type: 'text',
  text,
  ...(marked.length > 0 && { marks: marked.map((type) => ({ type })) }),
});
const link = (text: string, href: string): ArticleInline => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
});
const paragraph = (...content: readonly ArticleInline[]): ArticleBlock => ({
  type: 'paragraph',
  attrs: { lead: '\n\n' },
  content,
});
const heading = (level: number, text: string): ArticleBlock => ({
  type: 'heading',
  attrs: { lead: '\n\n', level },
  content: [words(text)],
});
const item = (...content: readonly ArticleBlock[]) => ({ type: 'listItem' as const, content });
const cell = (
  text: string,
  attrs: { readonly isHeader?: boolean; readonly colspan?: number; readonly rowspan?: number } = {},
) => ({
  type: 'tableCell' as const,
  attrs: { isHeader: false, colspan: 1, rowspan: 1, ...attrs },
  content: [paragraph(words(text))],
});

/** A document with every block and every mark that an article knows, in several scripts. */
export const everyKindOfBlock: ArticleDoc = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { lead: '' },
      content: [words('The port will '), words('cost', 'bold'), words(' 412 million.')],
    },
    paragraph(
      words('Nobody '),
      words('is', 'italic'),
      words(' surprised, '),
      words('they', 'bold', 'italic', 'underline'),
      words(' say: '),
      link('the budget', 'https://example.org/budget?a=1&b=2'),
      words('.'),
      { type: 'hardBreak' },
      words('A second line with '),
      words('gone', 'strike'),
      words(', H'),
      words('2', 'subscript'),
      words('O, x'),
      words('2', 'superscript'),
      words(' and '),
      words('code()', 'code'),
      words('.'),
    ),
    heading(2, 'What it costs'),
    heading(3, 'In 2026'),
    paragraph(words('👩‍👩‍👧 and 𝒳-ray and e\u0301tat and 東京.')),
    paragraph(words('הנמל יעלה 412 מיליון, אומר ראש העיר.')),
    {
      type: 'bulletList',
      content: [
        item(paragraph(words('First point'))),
        item(paragraph(words('Second point')), paragraph(words('and what belongs to it')), {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [item(paragraph(words('Third by number'))), item(paragraph(words('Fourth by number')))],
        }),
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [item(paragraph(words('One'))), item(paragraph(words('Two')))],
    },
    {
      type: 'blockquote',
      content: [paragraph(words('“We will build it,” she said.')), paragraph(words('Twice.'))],
    },
    { type: 'codeBlock', attrs: { lead: '\n\n' }, content: [words('a = 1\nb = 2')] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [cell('Year', { isHeader: true }), cell('Million', { isHeader: true, colspan: 2 })],
        },
        { type: 'tableRow', content: [cell('2025', { rowspan: 2 }), cell('400'), cell('410')] },
        { type: 'tableRow', content: [cell('411'), cell('412')] },
      ],
    },
    { type: 'pageBreak', attrs: { page: 7 } },
    { type: 'figure', content: [paragraph(words('Picture: the harbour')), paragraph(words('Photo: Ann'))] },
    { type: 'horizontalRule' },
    paragraph(words('Ships come from everywhere.')),
  ],
};

const said = (number: number, text: string) => ({
  ...question,
  id: idOf(number),
  body: plainToRichText(text),
});

/**
 * An article of every kind of block with annotations at its edges, overlapping, nested and over several paragraphs:
 * with notes, evidence, resolved and open conversations, suggested wordings and cuts, signed off and lost ones.
 */
export function everyKindOfArticle(): ArticleState {
  const text = canonicalText(everyKindOfBlock);
  const revision = { id: idOf(2), doc: everyKindOfBlock };
  const passages = [
    [0, 8],
    [4, 13],
    [4, text.length],
    [text.length - 11, text.length],
    ...Array.from({ length: 60 }, (_, index) => [index * 8, index * 8 + 5 + ((index * 7) % 40)]),
  ];
  const annotations = passages.flatMap(([start = 0, end = 0], index): Annotation[] => {
    const passage = { start: whole(text, start), end: whole(text, Math.min(end, text.length)) };
    if (text.slice(passage.start, passage.end).trim() === '') return [];
    const anchor = anchorAt({ id: revision.id, text }, passage);
    const number = 10 * index + 1_000;
    const made = claim({}, { id: idOf(number), mark: marks[index % 4] ?? 'claim', anchor });
    const talk = {
      id: idOf(number + 1),
      kind: index % 2 === 0 ? ('author_query' as const) : ('discussion' as const),
      authorId: people.tom.userId,
      createdAt: at,
      resolved: index % 3 === 0 ? { byId: people.tom.userId, at } : null,
      version: 1,
      replies: [said(number + 2, 'Which\nyear? <&"> 👩‍👩‍👧'), said(number + 3, 'של שנה שעברה')],
    };
    switch (index % 6) {
      case 0:
        return [{ ...made, threads: [talk], notes: [said(number + 4, 'Called them.')] }];
      case 1:
        return [
          {
            ...made,
            check: {
              ...made.check,
              status: 'proposed',
              proposal: { ...proposal, suggestedWording: `${anchor.exact.replaceAll('\n', ' ')} about` },
            },
          },
        ];
      case 2:
        return [
          {
            ...made,
            check: {
              ...made.check,
              status: 'proposed',
              proposal: { ...proposal, outcome: 'cut', suggestedWording: null },
            },
            threads: [talk],
          },
        ];
      case 3:
        return [
          {
            ...made,
            check: {
              ...made.check,
              status: 'signed_off',
              proposal,
              signOff: { byId: people.editor.userId, at, revisionId: revision.id, hash: 'c'.repeat(64) },
            },
          },
        ];
      case 4:
        return [{ ...made, anchor: { ...anchor, state: 'orphaned', exact: 'words of old' } }];
      default:
        return [
          {
            ...made,
            evidence: [{ ...budget, id: idOf(number + 5), address: 'https://example.org/a?b=1&c=2' }],
          },
        ];
    }
  });
  const title =
    'A port & its <price>: what the city says it will cost, and what it has cost so far, in a headline that is too long';
  const bare = bareArticle({ id: idOf(1), text, by: people.mara.userId, at, title, annotations, revision });
  const names = Object.values(people).map(({ userId: id, name }) => [id, { id, name }]);
  return { ...bare, people: Object.fromEntries(names) };
}

/** No character cut in two. */
const whole = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text[offset] ?? '') ? offset - 1 : offset;
