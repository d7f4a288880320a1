'use client';

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { textBlocks } from '@/lib/domain/article-doc';
import { findBlockKind } from '@/lib/domain/text/draft';
import { imports as importsWords } from '../messages/imports';
import { ArticleDocView, type BlockProps } from './ArticleDocView';
import { BlockBar } from './BlockBar';
import { withHiddenSigns } from './HiddenSigns';
import type { DraftDesk } from './use-draft';

/** The text of a draft as it will stand. A paragraph is chosen by click, Tab and arrows, then corrected. */
export function DraftPane({ desk }: { readonly desk: DraftDesk }) {
  const { draft } = desk;
  const words = importsWords.preview;
  const pane = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number>();
  const [said, setSaid] = useState('');
  const total = useMemo(() => textBlocks(draft.doc).length, [draft.doc]);
  const number = chosen === undefined ? undefined : Math.min(chosen, total - 1);

  // Thousands of paragraphs may stand here: only the one left and the one reached are touched, not all drawn anew.
  useEffect(() => {
    const block = pane.current?.querySelector<HTMLElement>(`[data-block="${number ?? 0}"]`);
    if (block === null || block === undefined) return;
    block.tabIndex = 0;
    block.toggleAttribute('data-chosen', number !== undefined);
    return () => {
      block.tabIndex = -1;
      block.removeAttribute('data-chosen');
    };
  });

  function choose(next: number): void {
    const place = Math.min(total - 1, Math.max(0, next));
    setChosen(place);
    pane.current?.querySelector<HTMLElement>(`[data-block="${place}"]`)?.focus();
  }

  function leaveOut(andAllBelow: boolean): void {
    if (number === undefined || total < 2 || (andAllBelow && number === 0)) return;
    const count = andAllBelow ? total - number : 1;
    desk.leaveOut(number, andAllBelow);
    setSaid(words.removed(count));
    const next = Math.min(number, total - count - 1);
    setChosen(next);
    requestAnimationFrame(() => choose(next));
  }

  function undo(): void {
    desk.undo();
    setSaid(words.undone);
  }

  function press(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && desk.canUndo) undo();
    else if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    else if (event.key === 'ArrowDown' || event.key === 'j') choose((number ?? -1) + 1);
    else if (event.key === 'ArrowUp' || event.key === 'k') choose((number ?? 1) - 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') leaveOut(false);
    else return;
    event.preventDefault();
  }

  return (
    <div>
      <div className="sticky top-14 z-10 -mx-4 mb-3 border-b bg-paper px-4 py-1.5">
        <BlockBar
          number={number}
          total={total}
          kind={number === undefined ? undefined : findBlockKind(draft.doc, number)}
          canUndo={desk.canUndo}
          onKind={(kind) => number !== undefined && desk.setKind(number, kind)}
          onLeaveOut={leaveOut}
          onUndo={undo}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the paragraphs inside take the focus and the keys */}
      <div
        ref={pane}
        onKeyDown={press}
        onFocus={(event) => setChosen(numberOf(event.target))}
        onClick={(event) => choose(numberOf(event.target) ?? number ?? 0)}
      >
        <ArticleDocView
          doc={draft.doc}
          direction={draft.details.direction}
          blockProps={blockProps}
          wordsOf={withHiddenSigns}
        />
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

const blockProps: BlockProps = (number) => ({
  tabIndex: -1,
  'data-block': number,
  className:
    '-mx-3 scroll-mt-28 rounded-md px-3 outline-offset-0 hover:bg-wash focus-visible:outline-2 data-chosen:bg-pencil-bg',
});

/** The number of the paragraph that an element stands in; undefined outside of all. */
function numberOf(target: EventTarget): number | undefined {
  const block = target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null;
  return block === null ? undefined : Number(block.dataset.block);
}
