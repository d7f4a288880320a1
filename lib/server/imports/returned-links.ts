import 'server-only';
import { decodeEntities } from './xml-text';
import type { XmlTag } from './xml-tokens';

/** Follows where words are a link, as Word writes it: as an element, or as a field with its address as code. */
export type LinkReader = {
  readonly read: (tag: XmlTag) => void;
  /** Text between two tags. */
  readonly hear: (text: string) => void;
  readonly href: () => string | null;
};

/** `hrefOf` gives an address by the id that it has in the file. */
export function linkReader(hrefOf: (id: string) => string | undefined): LinkReader {
  const elements: (string | null)[] = [];
  const fields: { code: string; isShown: boolean }[] = [];
  let isCode = false;
  const sides: Readonly<Record<string, (tag: XmlTag) => void>> = {
    'w:hyperlink': ({ isClosing, isEmpty, attribute }) => {
      if (isClosing) elements.pop();
      else if (!isEmpty) elements.push(hrefOf(attribute('r:id') ?? '') ?? null);
    },
    'w:fldSimple': ({ isClosing, isEmpty, attribute }) => {
      if (isClosing) elements.pop();
      else if (!isEmpty) elements.push(addressIn(attribute('w:instr') ?? ''));
    },
    'w:instrText': ({ isClosing, isEmpty }) => {
      isCode = !(isClosing || isEmpty);
    },
    'w:fldChar': ({ isClosing, attribute }) => {
      if (isClosing) return;
      const type = attribute('w:fldCharType');
      const field = fields.at(-1);
      if (type === 'begin') fields.push({ code: '', isShown: false });
      else if (type === 'separate' && field !== undefined) field.isShown = true;
      else if (type === 'end') fields.pop();
    },
  };
  return {
    read: (tag) => sides[tag.name]?.(tag),
    hear(text) {
      const field = fields.at(-1);
      if (isCode && field !== undefined) field.code += decodeEntities(text);
    },
    href() {
      const field = fields.findLast(({ isShown, code }) => isShown && addressIn(code) !== null);
      return (
        elements.findLast((href) => href !== null) ?? (field === undefined ? null : addressIn(field.code))
      );
    },
  };
}

const addressIn = (code: string): string | null => /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] ?? null;
