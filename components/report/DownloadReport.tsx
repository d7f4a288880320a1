import { useState } from 'react';
import type { Arrangement } from '@/lib/domain/report-arrangement';
import { reportBuilder as words } from '../messages/report-builder';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import { Select } from '../ui/Select';
import { CopyReport } from './CopyReport';
import { exportAddress } from './report-address';
import { useDownload } from './use-download';

type DownloadReportProps = { readonly articleId: string; readonly arrangement: Arrangement };
type FormatChoice = keyof typeof words.format.options;
const choices = Object.keys(words.format.options) as FormatChoice[]; // the record's own keys

/** Chooses a format and fetches the file; what takes long can be stopped. */
export function DownloadReport({ articleId, arrangement }: DownloadReportProps) {
  const [choice, setChoice] = useState<FormatChoice>('pdf');
  const { download, begin, stop } = useDownload();
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
        </>
      ) : (
        <Button
          variant="primary"
          reason={reason}
          onClick={() => void begin(exportAddress(articleId, arrangement, { format, table }))}
        >
          {words.download}
        </Button>
      )}
      <div aria-live="polite">
        {download.state === 'idle' || isWorking ? null : (
          <Notice tone={download.state === 'failed' ? 'danger' : 'plain'}>{download.message}</Notice>
        )}
      </div>
      <CopyReport articleId={articleId} arrangement={arrangement} reason={reason} />
    </div>
  );
}
