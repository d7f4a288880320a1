import 'server-only';
import {
  type BlockKind,
  blockKinds,
  type FormattingMark,
  type ListKind,
} from '@/lib/domain/text/formatting-of';
import { isOn, markTags } from './docx-marks';
import { type XmlTag, xmlTokens } from './xml-tokens';

/** A style as far as an article can keep what it says. */
type Style = {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly outline: number | undefined;
  readonly list: string | undefined;
  readonly marks: ReadonlyMap<FormattingMark, boolean>;
};

/** What the names of styles and numberings in a Word file mean for an article. */
export type DocxStyles = {
  readonly kindOf: (style: string | undefined, outline: number | undefined) => BlockKind;
  readonly isQuote: (style: string | undefined) => boolean;
  readonly listOf: (
    style: string | undefined,
    numbering: string | undefined,
    level: number,
  ) => ListKind | null;
  /** What a style of words sets; links look like links by themselves. */
  readonly marksOf: (style: string | undefined) => ReadonlyMap<FormattingMark, boolean>;
};

/** Reads the styles and numberings of a Word file from the XML of its two parts. */
export function readDocxStyles(stylesXml: string, numberingXml: string): DocxStyles {
  const styles = readStyles(stylesXml);
  const formats = readNumberings(numberingXml);
  /** A style and those that it is made of; a damaged file may make them of each other. */
  const chain = (id: string | undefined): readonly Style[] => {
    const found: Style[] = [];
    for (let style = styles.get(id ?? ''); style !== undefined && found.length < 12; ) {
      found.push(style);
      style = styles.get(style.basedOn ?? '');
    }
    return found;
  };
  return {
    kindOf(style, outline) {
      const all = chain(style);
      if (all.some(({ name }) => name === 'galley code')) return 'codeBlock';
      const named = all
        .map(({ name }) => /^heading (\d)$/.exec(name)?.[1])
        .find((digit) => digit !== undefined);
      const level =
        named ??
        [outline, ...all.map((one) => one.outline)]
          .filter((one) => one !== undefined && one < 9)
          .map((one) => (one ?? 0) + 1)[0];
      if (level === undefined) return 'paragraph';
      return blockKinds.find((kind) => kind === `heading${level}`) ?? 'heading6';
    },
    isQuote: (style) => chain(style).some(({ name }) => /^(?:intense )?quote$|^quotations?$/.test(name)),
    listOf(style, numbering, level) {
      const id = numbering ?? chain(style).find(({ list }) => list !== undefined)?.list;
      return formats.get(`${id} ${level}`) ?? null;
    },
    marksOf(style) {
      const all = chain(style);
      if (all.some(({ name }) => /hyperlink|internet link/.test(name))) return new Map();
      return new Map(all.toReversed().flatMap(({ marks }) => [...marks]));
    },
  };
}

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  for (const [, head = '', body = ''] of xml.matchAll(/<w:style\s([^>]*)>([\s\S]*?)<\/w:style>/g)) {
    const id = /w:styleId="([^"]*)"/.exec(head)?.[1] ?? '';
    const tags = [...xmlTokens(body)].filter((token) => typeof token !== 'string');
    const wordOf = (name: string): string | undefined =>
      tags.find((tag) => tag.name === name)?.attribute('w:val');
    const outline = wordOf('w:outlineLvl');
    styles.set(id, {
      name: (wordOf('w:name') ?? '').toLowerCase(),
      basedOn: wordOf('w:basedOn'),
      outline: outline === undefined ? undefined : Number(outline),
      list: wordOf('w:numId'),
      marks: /w:type="character"/.test(head) ? marksOf(tags) : new Map(),
    });
  }
  return styles;
}

function marksOf(tags: readonly XmlTag[]): ReadonlyMap<FormattingMark, boolean> {
  return new Map(
    tags.flatMap((tag) => {
      const mark = markTags[tag.name];
      return mark === undefined ? [] : [[mark, isOn(tag)] as const];
    }),
  );
}

/** Whether each level of each numbering has numbers or signs, by the id of the numbering and the level. */
function readNumberings(xml: string): ReadonlyMap<string, ListKind | null> {
  const kinds = new Map<string, ListKind | null>();
  for (const [, head = '', body = ''] of xml.matchAll(
    /<w:abstractNum\s([^>]*)>([\s\S]*?)<\/w:abstractNum>/g,
  )) {
    const id = /w:abstractNumId="([^"]*)"/.exec(head)?.[1] ?? '';
    for (const [, level = '', format = ''] of body.matchAll(
      /<w:lvl\s[^>]*?w:ilvl="(\d)"[\s\S]*?<w:numFmt\s[^>]*?w:val="(\w+)"/g,
    ))
      kinds.set(
        `${id} ${level}`,
        format === 'none' ? null : format === 'bullet' ? 'bulletList' : 'orderedList',
      );
  }
  const formats = new Map<string, ListKind | null>();
  for (const [, head = '', body = ''] of xml.matchAll(/<w:num\s([^>]*)>([\s\S]*?)<\/w:num>/g)) {
    const id = /w:numId="([^"]*)"/.exec(head)?.[1] ?? '';
    const abstract = /<w:abstractNumId\s[^>]*?w:val="([^"]*)"/.exec(body)?.[1] ?? '';
    for (let level = 0; level < 9; level += 1)
      formats.set(`${id} ${level}`, kinds.get(`${abstract} ${level}`) ?? null);
  }
  return formats;
}
