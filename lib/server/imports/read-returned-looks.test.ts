import { describe, expect, it } from 'vitest';
import type { compareTexts } from '@/lib/exchange/docx/compare-texts';
import { inArticle } from './testing/edit-word';
import { bringBack, report } from './testing/returned-report';

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

describe('the looks of a Word report that comes back', () => {
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
});
