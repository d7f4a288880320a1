import { useState } from 'react';
import type { Arrangement } from '@/lib/domain/report/report-arrangement';
import { reportBuilder as words } from '../messages/report-builder';
import { Button } from '../ui/Button';
import { exportAddress } from './report-address';
import { richTextOf } from './rich-text-of';

type CopyReportProps = {
  readonly articleId: string;
  readonly arrangement: Arrangement;
  readonly reason: string | undefined;
};

/** Copies the report for an e-mail or a message: formatted where that is understood, Markdown elsewhere. */
export function CopyReport({ articleId, arrangement, reason }: CopyReportProps) {
  const [said, setSaid] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  async function copy(): Promise<void> {
    setIsBusy(true);
    setSaid('');
    const after: Arrangement = { ...arrangement, look: 'after' };
    const fetched = (format: string): Promise<string> =>
      fetch(exportAddress(articleId, after, { format })).then((answer) => {
        if (!answer.ok) throw new Error('It was refused.');
        return answer.text();
      });
    // The browser takes promises, so that the copy still belongs to the click when the report has come.
    const item = new ClipboardItem({
      'text/html': fetched('html').then((page) => new Blob([richTextOf(page)], { type: 'text/html' })),
      'text/plain': fetched('markdown').then((text) => new Blob([text], { type: 'text/plain' })),
    });
    await navigator.clipboard.write([item]).then(
      () => setSaid(words.copied),
      () => setSaid(words.notCopied),
    );
    setIsBusy(false);
  }

  return (
    <>
      <Button busy={isBusy} reason={reason} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <p aria-live="polite" className="text-sm text-ink-2 empty:hidden">
        {said}
      </p>
    </>
  );
}
