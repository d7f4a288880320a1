import 'server-only';
import { decodeEntities } from './xml-text';

/** A tag of XML; an element that holds nothing may be one tag. */
export type XmlTag = {
  readonly name: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  /** The value of an attribute, by its name with prefix. */
  readonly attribute: (name: string) => string | undefined;
};

/** The tags and the text of XML in order, one after the other: a text of 50,000 words is never held as a tree. */
export function* xmlTokens(xml: string): Generator<XmlTag | string> {
  for (const [token, closing, name = '', attributes = '', empty] of xml.matchAll(
    /<(\/?)([\w:]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g,
  )) {
    if (name === '') yield token;
    else
      yield {
        name,
        isClosing: closing === '/',
        isEmpty: empty === '/',
        attribute: (wanted) => attributeOf(attributes, wanted),
      };
  }
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : decodeEntities(found);
}
