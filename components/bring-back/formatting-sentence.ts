import type { FormattingChange } from '@/lib/domain/text/formatting-of';
import { bringBackText as words } from '../messages/bring-back-text';

/** A change of looks in words; `was` is what would take it back. */
export function formattingSentence(change: FormattingChange, was: FormattingChange): string {
  switch (change.type) {
    case 'mark':
      return words.marks[change.mark][change.isOn ? 0 : 1] ?? '';
    case 'link':
      if (change.href !== null) return words.link.added(change.href);
      return words.link.removed(was.type === 'link' ? (was.href ?? '') : '');
    case 'kind':
      return words.becomes(was.type === 'kind' ? words.blocks[was.kind] : '', words.blocks[change.kind]);
    case 'list':
      return words.becomes(
        words.lists[was.type === 'list' ? (was.list ?? 'none') : 'none'],
        words.lists[change.list ?? 'none'],
      );
    case 'quote':
      return words.quote[change.isOn ? 0 : 1] ?? '';
  }
}
