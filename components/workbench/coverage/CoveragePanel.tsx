'use client';

import { memo, type ReactNode, useMemo } from 'react';
import { type Annotation, marks } from '@/lib/domain/annotation';
import type { Passage, Revision } from '@/lib/domain/article';
import { coverageOf } from '@/lib/domain/coverage';
import { decidedByMark } from '@/lib/workbench/decided-by-mark';
import { messages } from '../../messages';
import { coverage as words } from '../../messages/coverage';
import { BottomSheet, PanelBelowHeader } from '../../ui/Sheet';
import { markText } from '../mark-look';
import { useAfterPaint } from '../use-after-paint';
import { useIsPhone } from '../use-is-phone';
import { ContradictionList } from './ContradictionList';
import { FactKinds } from './FactKinds';
import { GapList } from './GapList';
import { LeftBehindList } from './LeftBehindList';
import { RepeatList } from './RepeatList';

type CoveragePanelProps = {
  readonly articleId: string;
  readonly revision: Revision;
  readonly language: string | null;
  /** In text order. */
  readonly annotations: readonly Annotation[];
  /** Puts the cursor on a passage; always the same function, or the whole panel is drawn anew. */
  readonly onGo: (passage: Passage, said?: string) => void;
  readonly onClose: () => void;
  /** What stands at the foot. */
  readonly children?: ReactNode;
};

/** What is decided and what is left, kept true while somebody marks beside it: drawn after the marks. */
export const CoveragePanel = memo(function CoveragePanel(props: CoveragePanelProps) {
  const { articleId, revision, language, onGo, onClose, children } = props;
  const isPhone = useIsPhone();
  const annotations = useAfterPaint(props.annotations);
  const coverage = useMemo(() => coverageOf(revision.sentences, annotations), [revision, annotations]);
  const byMark = useMemo(() => decidedByMark(revision.sentences, annotations), [revision, annotations]);
  const Panel = isPhone ? BottomSheet : PanelBelowHeader;

  function go(passage: Passage, said?: string): void {
    // On a phone the panel would cover what it leads to.
    if (isPhone) onClose();
    onGo(passage, said);
  }

  return (
    <Panel open onOpenChange={onClose} title={words.title} modal={false}>
      <p className="text-ink-2">{words.total(coverage.decided, coverage.total)}</p>
      <dl aria-label={words.decided} className="mt-2 grid grid-cols-2 gap-x-6">
        {marks.map((mark) => (
          <div key={mark} className="flex min-h-7 items-center justify-between gap-2 border-t">
            <dt className={`font-medium ${markText[mark]}`}>{messages.words.marks[mark]}</dt>
            <dd className="tabular-nums">{byMark[mark]}</dd>
          </div>
        ))}
      </dl>
      <LeftBehindList articleId={articleId} revision={revision} language={language} onGo={go} />
      <ContradictionList revision={revision} language={language} onGo={go} />
      <GapList gaps={coverage.gaps} text={revision.text} onGo={go} />
      <FactKinds revision={revision} language={language} annotations={annotations} onGo={go} />
      <RepeatList revision={revision} language={language} onGo={go} />
      {children === undefined ? null : <div className="mt-4 border-t pt-3">{children}</div>}
    </Panel>
  );
});
