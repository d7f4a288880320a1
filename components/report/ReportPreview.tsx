import { useEffect, useRef, useState } from 'react';
import type { Arrangement } from '@/lib/domain/report/report-arrangement';
import { reportBuilder as words } from '../messages/report-builder';
import { previewAddress } from './report-address';

type ReportPreviewProps = { readonly articleId: string; readonly arrangement: Arrangement };

const restMs = 500;

/** The HTML report as it would be, in a frame that can run nothing. It follows the choices once they rest. */
export function ReportPreview({ articleId, arrangement }: ReportPreviewProps) {
  const address = previewAddress(articleId, arrangement);
  // The frame comes with the page's own code, or nobody would hear that it is drawn.
  const [asked, setAsked] = useState<string>();
  const [drawn, setDrawn] = useState<string>();
  const isFirst = useRef(true);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(address), isFirst.current ? 0 : restMs);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [address]);
  const hasMarks = arrangement.marks.length > 0;
  return (
    <figure className="m-0 min-w-0 lg:sticky lg:top-20">
      <div className="relative h-[calc(100dvh-9.5rem)] min-h-96 overflow-hidden rounded-lg border border-line-2 bg-sheet">
        {drawn === undefined || !hasMarks ? (
          <p className="absolute inset-x-0 top-1/3 z-10 px-6 text-center text-ink-2">
            {hasMarks ? words.previewComing : words.marks.needsOne}
          </p>
        ) : null}
        {asked === undefined || !hasMarks ? null : (
          <iframe
            title={words.preview}
            src={asked}
            sandbox=""
            onLoad={() => setDrawn(asked)}
            className="relative size-full"
          />
        )}
      </div>
      <figcaption aria-live="polite" className="mt-2 text-xs text-ink-2">
        {!hasMarks || drawn === address ? words.previewHint : words.previewComing}
      </figcaption>
    </figure>
  );
}
