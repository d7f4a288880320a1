import { useState, useTransition } from 'react';
import type { Arrangement } from '@/lib/domain/report/report-arrangement';
import { reportBuilder as words } from '../messages/report-builder';
import { Button } from '../ui/Button';
import { buttonClass } from '../ui/button-class';
import { classNames } from '../ui/class-names';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import { Select } from '../ui/Select';
import { CopyReport } from './CopyReport';
import { exportAddress, previewAddress } from './report-address';
import { useDownload } from './use-download';
import type { ExportChoice } from './use-exports';

type DownloadReportProps = {
  readonly articleId: string;
  readonly arrangement: Arrangement;
  /** Why the last wish to have it in the inbox came to nothing. */
  readonly problem: string | undefined;
  /** Has it written in the background. */
  readonly onSend: (choice: ExportChoice) => Promise<void>;
};
type FormatChoice = keyof typeof words.format.options;
const choices = Object.keys(words.format.options) as FormatChoice[]; // the record's own keys

/** After so many seconds it is offered to write the report without anybody waiting. */
const longSeconds = 4;

/** Chooses a format and fetches the file, or has it sent to the inbox; what takes long can be stopped or sent there. */
export function DownloadReport({ articleId, arrangement, problem, onSend }: DownloadReportProps) {
  const [choice, setChoice] = useState<FormatChoice>('pdf');
  const { download, begin, stop } = useDownload();
  const [isSending, startSending] = useTransition();
  const [format = choice, table] = choice.split('-');
  const isWorking = download.state === 'working';
  const reason = arrangement.marks.length === 0 ? words.marks.needsOne : undefined;
  const hints: Partial<Record<FormatChoice, string>> = words.format.hint;
  return (
    <div className="flex flex-col gap-3 border-b pb-6">
      <Select
        label={words.format.label}
        value={choice}
        hint={hints[choice]}
        onChange={({ target }) => setChoice(choices.find((one) => one === target.value) ?? 'pdf')}
        options={choices.map((value) => ({ value, label: words.format.options[value] }))}
      />
      {isWorking ? (
        <>
          <ProgressBar label={words.working(download.seconds)} />
          <Button onClick={stop}>{words.stop}</Button>
          {download.seconds < longSeconds ? null : (
            <>
              <p className="text-sm text-ink-2">{words.takesLong}</p>
              <Button
                onClick={() => {
                  stop();
                  startSending(() => onSend({ format, table }));
                }}
              >
                {words.toInboxInstead}
              </Button>
            </>
          )}
        </>
      ) : (
        <>
          <Button
            variant="primary"
            reason={reason}
            onClick={() => void begin(exportAddress(articleId, arrangement, { format, table }))}
          >
            {words.download}
          </Button>
          <Button
            reason={reason}
            busy={isSending}
            onClick={() => startSending(() => onSend({ format, table }))}
          >
            {isSending ? words.asking : words.toInbox}
          </Button>
        </>
      )}
      <div aria-live="polite" className="empty:hidden">
        {download.state === 'idle' || isWorking ? null : (
          <Notice tone={download.state === 'failed' ? 'danger' : 'plain'}>{download.message}</Notice>
        )}
      </div>
      <div role="alert" className="empty:hidden">
        {problem === undefined ? null : <Notice tone="danger">{words.exports.refused(problem)}</Notice>}
      </div>
      <CopyReport articleId={articleId} arrangement={arrangement} reason={reason} />
      {/* Where the preview stands below all choices. */}
      {reason !== undefined ? null : (
        <a
          href={previewAddress(articleId, arrangement)}
          target="_blank"
          rel="noopener"
          className={classNames(buttonClass('outline', 'md'), 'lg:hidden')}
        >
          {words.previewAlone}
        </a>
      )}
    </div>
  );
}
