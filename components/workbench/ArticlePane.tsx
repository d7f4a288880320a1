'use client';

import { EditorContent, type EditorOptions, type JSONContent, useEditor } from '@tiptap/react';
import { type MouseEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage, Revision } from '@/lib/domain/article';
import type { WritingDirection } from '@/lib/domain/direction';
import { isChecked } from '@/lib/domain/laws/check-laws';
import { snapToWords } from '@/lib/domain/text/passage';
import { annotationsAtPoint, type Painted, type PaintedSpan } from '@/lib/editor/annotation-layer';
import { articleExtensions } from '@/lib/editor/article-schema';
import { reviewLayers, showReview } from '@/lib/editor/review-layers';
import { followScroll } from '@/lib/editor/scroll-window';
import './article-pane.css';
import { messages } from '../messages';
import { Skeleton } from '../ui/Skeleton';
import { selectedPassage, selectPassage } from './article-view';
import { createPane, type Pane } from './pane';

type ArticlePaneProps = {
  readonly revision: Revision;
  readonly language: string | null;
  readonly direction: WritingDirection | null;
  /** The annotations to paint, in text order. */
  readonly annotations: readonly Annotation[];
  readonly gaps: readonly Passage[];
  readonly pending: ReadonlySet<string>;
  readonly activeId: string | null;
  readonly hoveredId: string | null;
  readonly cursor: Passage | null;
  /** What a screen reader hears of the keys. */
  readonly hint: string;
  /** Called once the text is there. */
  readonly onReady: (pane: Pane | null) => void;
  /** The words that are selected, snapped to whole words; null when none are. */
  readonly onSelect: (passage: Passage | null) => void;
  /** A click that selects nothing: the annotations under it, the shortest first, and the place in the text. */
  readonly onPick: (ids: readonly string[], offset: number | null) => void;
  readonly onHover: (id: string | null) => void;
};

/** The article in a read-only editor with its annotations, gaps and the sentence cursor painted over it. */
export function ArticlePane({
  revision,
  language,
  direction,
  annotations,
  gaps,
  pending,
  activeId,
  hoveredId,
  cursor,
  hint,
  onReady,
  onSelect,
  onPick,
  onHover,
}: ArticlePaneProps) {
  // Kept the same from render to render: the editor takes new options as a reason to draw everything again.
  const extensions = useMemo(() => [...articleExtensions(), reviewLayers()], []);
  const editorProps = useMemo(() => propsOfText(hint, language, direction), [hint, language, direction]);
  const editor = useEditor({
    extensions,
    // The editor copies it; only its type knows no `readonly`.
    content: revision.doc as JSONContent,
    editable: false,
    immediatelyRender: false,
    injectCSS: false,
    editorProps,
  });
  const view = editor?.view;
  const { text, sentences } = revision;

  useEffect(() => {
    if (view === undefined) return;
    const stop = followScroll(view);
    onReady(createPane(view));
    return () => {
      onReady(null);
      stop();
    };
  }, [view, onReady]);

  const spans = useSpans(annotations, pending);
  const isDragging = useRef(false);
  const painted = useRef<Painted>(nothingPainted);
  useEffect(() => {
    painted.current = { spans, activeId, hoveredId };
    if (view === undefined) return;
    const around = { coverage: { sentences, gaps }, cursor };
    // While words are being dragged over, no element under the pointer may be drawn anew: the browser would lose them.
    showReview(view, isDragging.current ? around : { ...around, painted: painted.current });
  }, [view, spans, activeId, hoveredId, sentences, gaps, cursor]);

  useEffect(() => {
    if (view === undefined) return;
    const read = (): void => {
      if (isDragging.current) return;
      const raw = selectedPassage(view);
      onSelect(raw === null ? null : snapToWords(text, raw, language));
    };
    const drop = (): void => {
      if (!isDragging.current) return;
      isDragging.current = false;
      showReview(view, { painted: painted.current });
      const raw = selectedPassage(view);
      const snapped = raw === null ? null : snapToWords(text, raw, language);
      // What is seen selected is what will be marked.
      if (raw !== null && snapped !== null && !isSame(raw, snapped)) selectPassage(view, snapped);
      onSelect(snapped);
    };
    document.addEventListener('selectionchange', read);
    // The selection that a double click makes is there only after the event; a key that comes before must find it too.
    let due = 0;
    const dropDue = (): void => {
      if (due === 0) return;
      cancelAnimationFrame(due);
      due = 0;
      drop();
    };
    const dropLater = (): void => {
      due = requestAnimationFrame(dropDue);
    };
    window.addEventListener('pointerup', dropLater);
    window.addEventListener('pointercancel', dropLater);
    document.addEventListener('keydown', dropDue, true);
    return () => {
      document.removeEventListener('selectionchange', read);
      window.removeEventListener('pointerup', dropLater);
      window.removeEventListener('pointercancel', dropLater);
      document.removeEventListener('keydown', dropDue, true);
    };
  }, [view, text, language, onSelect]);

  function pick(event: MouseEvent): void {
    if (view === undefined || document.getSelection()?.isCollapsed === false) return;
    // Links of the article stay links; a mark on one is opened by the keyboard or beside the link.
    if (event.target instanceof Element && event.target.closest('a[href]')) return;
    const isOnMark = markAt(event.target) !== null;
    const pane = createPane(view);
    onPick(
      isOnMark ? annotationsAtPoint(view, event.clientX, event.clientY) : [],
      pane.offsetAt(event.clientX, event.clientY),
    );
  }

  function hover(event: PointerEvent): void {
    if (view === undefined || event.pointerType === 'touch' || isDragging.current) return;
    const painted = markAt(event.target);
    const shortest = painted && annotationsAtPoint(view, event.clientX, event.clientY)[0];
    onHover(shortest ?? painted?.dataset.annotationId ?? null);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the workbench do all that a click does
    // biome-ignore lint/a11y/noStaticElementInteractions: the text itself carries role and name
    <div
      onPointerDown={(event) => {
        if (event.button === 0) isDragging.current = true;
      }}
      onClick={pick}
      onPointerOver={hover}
      onPointerLeave={() => onHover(null)}
    >
      {view === undefined ? <Skeleton lines={14} className="pt-2" /> : null}
      <EditorContent editor={editor} />
    </div>
  );
}

function propsOfText(
  hint: string,
  language: string | null,
  direction: WritingDirection | null,
): EditorOptions['editorProps'] {
  return {
    attributes: {
      class: 'article-text outline-none whitespace-pre-wrap',
      role: 'document',
      tabindex: '0',
      'aria-label': messages.workbench.articleText,
      'aria-description': hint,
      dir: direction ?? 'auto',
      ...(language === null ? {} : { lang: language }),
    },
  };
}

const nothingPainted: Painted = { spans: [], activeId: null, hoveredId: null };

/** What is painted of the annotations. The same spans while nothing that shows has changed. */
function useSpans(annotations: readonly Annotation[], pending: ReadonlySet<string>): readonly PaintedSpan[] {
  return useMemo(
    () =>
      annotations
        .filter(({ anchor }) => anchor.state !== 'orphaned')
        .map((annotation) => {
          const { id, mark, check, anchor } = annotation;
          const status = isChecked(annotation) ? check.status : 'unchecked';
          return {
            id,
            mark,
            status,
            start: anchor.start,
            end: anchor.end,
            pending: pending.has(id),
            label: status === 'unchecked' ? undefined : messages.words.checkStatuses[status],
          };
        }),
    [annotations, pending],
  );
}

const markAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('mark[data-annotation-id]') : null;

const isSame = (a: Passage, b: Passage): boolean => a.start === b.start && a.end === b.end;
