import 'server-only';
import type { FormattingMark } from '@/lib/domain/text/formatting-of';
import type { XmlTag } from './xml-tokens';

/** The marks that Word's properties of words are; `w:vertAlign` is two, by its value. */
export const markTags: Readonly<Record<string, FormattingMark>> = {
  'w:b': 'bold',
  'w:i': 'italic',
  'w:u': 'underline',
  'w:strike': 'strike',
  'w:dstrike': 'strike',
};

/** Whether a property is set: it is where it has no value, and not where that says otherwise. */
export function isOn({ attribute }: XmlTag): boolean {
  return !/^(?:0|false|off|none)$/.test(attribute('w:val') ?? '');
}
