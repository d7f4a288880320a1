import type { Revision } from '@/lib/domain/article';
import { offsetAfter, type Shift } from '@/lib/domain/revised';
import { showDoc } from '@/lib/editor/show-doc';
import { messages } from '../../messages';
import { headerHeightPx } from '../header-height';
import type { Pane } from '../pane';
import type { Reading } from '../use-reading';

/** Shows another text so that the paragraph at the top of the screen stays where it is, and the reader's cursor with it. */
export function showInPlace(
  pane: Pane,
  reading: Reading,
  { doc }: Pick<Revision, 'doc'>,
  shifts: readonly Shift[],
): void {
  const { start } = pane.visible(headerHeightPx(), window.innerHeight);
  const before = pane.lineTop(start);
  const { cursor } = reading;
  showDoc(pane.view, doc);
  window.scrollBy({ top: pane.lineTop(offsetAfter(shifts, start)) - before, behavior: 'instant' });
  if (cursor === null) return;
  const moved = {
    start: offsetAfter(shifts, cursor.passage.start),
    end: offsetAfter(shifts, cursor.passage.end),
  };
  const isReading = document.activeElement === pane.element && moved.start < moved.end;
  if (isReading) reading.goTo(moved, messages.workbench.article);
  else reading.setPlace(moved.start);
}
