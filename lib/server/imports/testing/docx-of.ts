import { zipOf } from './zip-of';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relationships}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`;

/** A paragraph of WordprocessingML around runs; words alone become one run. */
export const p = (inside: string, properties = ''): string =>
  `<w:p>${properties}${inside.includes('<') ? inside : r(inside)}</w:p>`;
export const r = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
export const style = (name: string): string => `<w:pPr><w:pStyle w:val="${name}"/></w:pPr>`;

type Parts = {
  readonly body: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly more?: Readonly<Record<string, string | Buffer>>;
};

/** A Word document of these pieces, for tests. */
export function docxOf({ body, comments, commentsExtended, footnotes, header, more = {} }: Parts): Buffer {
  const parts = { comments, commentsExtended, footnotes, header };
  const present = Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const links = present.map(
    ([name], at) => `<Relationship Id="r${at}" Type="${relationships}/${name}" Target="${name}.xml"/>`,
  );
  const styles = ['Title', 'Quote', ...[1, 2, 3].map((level) => `heading ${level}`)].map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replace(/\W/g, '')}"><w:name w:val="${name}"/></w:style>`,
  );
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="m" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}<Relationship Id="s" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="link1" Type="${relationships}/hyperlink" Target="https://example.org/a" TargetMode="External"/><Relationship Id="link2" Type="${relationships}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`,
    'word/styles.xml': `<w:styles ${names}>${styles.join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...(comments && { 'word/comments.xml': `<w:comments ${names}>${comments}</w:comments>` }),
    ...(commentsExtended && {
      'word/commentsExtended.xml': `<w15:commentsEx ${names}>${commentsExtended}</w15:commentsEx>`,
    }),
    ...(footnotes && { 'word/footnotes.xml': `<w:footnotes ${names}>${footnotes}</w:footnotes>` }),
    ...(header && { 'word/header1.xml': `<w:hdr ${names}>${header}</w:hdr>` }),
    ...more,
  });
}
