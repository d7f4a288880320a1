import 'server-only';
import { cutText } from '@/lib/domain/text/cut-text';
import { instantOf } from './docx-comments';
import type { XmlTag } from './xml-tokens';

/** Who made a tracked change, by a name of the file, and when. */
export function whoAndWhen({ attribute }: XmlTag): { readonly author: string; readonly at: string | null } {
  const author = attribute('w:author')?.trim() || 'Not named in the file';
  return { author: cutText(author, 300), at: instantOf(attribute('w:date')) };
}
