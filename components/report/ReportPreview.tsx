import { useEffect, useState } from 'react';
import type { Arrangement } from '@/lib/domain/report/report-arrangement';
import { reportBuilder as words } from '../messages/report-builder';
import { exportAddress } from './report-address';

type ReportPreviewProps = { readonly articleId: string; readonly arrangement: Arrangement };

const restMs = 500;

/** The HTML report as it would be, in a frame that can run nothing. It follows the choices once they rest. */
export function ReportPreview({ articleId, arrangement }: ReportPreviewProps) {
  const address = exportAddress(articleId, arrangement, { format: 'html', show: '1' });
  const [shown, setShown] = useState(address);
  useEffect(() => {
    const timer = setTimeout(() => setShown(address), restMs);
    return () => clearTimeout(timer);
  }, [address]);
  return (
    <figure className="m-0 min-w-0 lg:sticky lg:top-20">
      {arrangement.marks.length === 0 ? null : (
        <iframe
          title={words.preview}
          src={shown}
          sandbox=""
          className="h-[calc(100dvh-9.5rem)] min-h-96 w-full rounded-lg border border-line-2 bg-sheet"
        />
      )}
      <figcaption className="mt-2 text-xs text-ink-2">{words.previewHint}</figcaption>
    </figure>
  );
}
