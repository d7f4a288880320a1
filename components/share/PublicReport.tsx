'use client';

import type { Publication } from '@/lib/domain/report/publication';
import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { share as shareWords } from '../messages/share';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { RelativeTime } from '../ui/RelativeTime';
import { useToast } from '../ui/Toast';
import { CorrectionForm } from './CorrectionForm';
import { ForGoodButton } from './ForGoodButton';
import { ReportHistory } from './ReportHistory';

type PublicReportProps = {
  readonly articleId: string;
  readonly publication: Publication | null;
  readonly address: string | null;
  /** Number of the article's latest event. */
  readonly seq: number;
  readonly actions: {
    readonly publish: FormAction;
    readonly correct: FormAction;
    readonly withdraw: FormAction;
    readonly takeAway: FormAction;
  };
};

/** Whether the public can read this report, where, and what to do about it. */
export function PublicReport({ articleId, publication, address, seq, actions }: PublicReportProps) {
  const words = shareWords.publication;
  const toast = useToast();
  const [isBusy, send] = useSend();
  const values = { articleId, version: String(publication?.version ?? 0) };
  const act = (action: FormAction, done: string) => send(action, values, () => toast.show({ message: done }));
  if (publication === null || address === null) {
    return (
      <>
        <p className="text-ink-2">{words.none}</p>
        <Button
          variant="primary"
          busy={isBusy}
          className="mt-3"
          onClick={() => act(actions.publish, words.published)}
        >
          {words.publish}
        </Button>
      </>
    );
  }
  const newer = seq - publication.seq;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-ink-2">
        {publication.withdrawnAt === null ? null : (
          <strong className="block font-semibold text-danger">{words.isWithdrawn}</strong>
        )}
        {words.first} <RelativeTime at={publication.publishedAt} /> · {words.latest}{' '}
        <RelativeTime at={publication.changedAt} /> · {words.upTo(publication.seq)}
        {newer > 0 ? ` · ${words.newer(newer)}` : ''}
      </p>
      <CopyField label={words.address} value={address} />
      <CopyField
        label={words.embed}
        value={`<iframe src="${address}/embed" title="Fact check" loading="lazy" style="width:100%;height:40rem;border:0"></iframe>`}
      />
      <div className="flex flex-wrap gap-2">
        <Button busy={isBusy} onClick={() => act(actions.publish, words.published)}>
          {words.again}
        </Button>
        {publication.withdrawnAt === null ? (
          <ForGoodButton
            label={words.withdraw}
            action={actions.withdraw}
            values={values}
            question={words.withdrawQuestion}
            done={words.withdrawn}
          />
        ) : null}
      </div>
      <ReportHistory
        articleId={articleId}
        publication={publication}
        address={address}
        takeAway={actions.takeAway}
      />
      <CorrectionForm key={publication.version} values={values} action={actions.correct} />
    </div>
  );
}
