import { useState } from 'react';
import type { Arrangement } from '@/lib/domain/report/report-arrangement';
import { Refusal, sendForFile } from '../articles/ask-server';
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
    setSaid(await copyReport(articleId, { ...arrangement, look: 'after' }));
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

/** Puts the report on the clipboard; answers with what to say. */
async function copyReport(articleId: string, arrangement: Arrangement): Promise<string> {
  // A browser has no clipboard for a page that came without https from another machine.
  if (typeof ClipboardItem === 'undefined' || navigator.clipboard === undefined) return words.noClipboard;
  let refusal: Refusal | undefined;
  const fetched = async (format: string, type: string, asRich = (text: string) => text): Promise<Blob> => {
    try {
      const address = exportAddress(articleId, arrangement, { format });
      return new Blob([asRich(await (await sendForFile(address)).text())], { type });
    } catch (error) {
      if (error instanceof Refusal) refusal = error;
      throw error;
    }
  };
  try {
    // The browser takes promises, so that the copy still belongs to the click when the report has come.
    const item = new ClipboardItem({
      'text/html': fetched('html', 'text/html', richTextOf),
      'text/plain': fetched('markdown', 'text/plain'),
    });
    await navigator.clipboard.write([item]);
    return words.copied;
  } catch {
    return refusal === undefined ? words.notCopied : words.exports.refused(refusal.message);
  }
}
