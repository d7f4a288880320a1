'use client';

import { Camera } from 'lucide-react';
import { useState } from 'react';
import type { Capture } from '@/lib/domain/capture';
import type { Evidence } from '@/lib/domain/evidence';
import { stands } from '@/lib/domain/find-quote';
import { can } from '@/lib/domain/policy';
import { wordChanges } from '@/lib/domain/text/word-changes';
import { articles as articlesWords } from '../messages/articles';
import { captures as words } from '../messages/captures';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { RelativeTime } from '../ui/RelativeTime';
import type { Captures } from './use-captures';
import { useWorkbench } from './workbench-context';

type EvidenceCaptureProps = {
  readonly annotationId: string;
  readonly evidence: Evidence;
  readonly captures: Captures;
};

/** Whether the quote stands at the address of the evidence: as last looked up, and looked up anew by a click. */
export function EvidenceCapture({ annotationId, evidence, captures }: EvidenceCaptureProps) {
  const { actor } = useWorkbench();
  const [failure, setFailure] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const latest = captures.latestOf(evidence.id);
  const isWaiting = latest?.at === null;
  const mayAsk = can(actor, 'evidence.change').allowed;

  async function act(work: () => Promise<void>): Promise<void> {
    setAsking(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : articlesWords.noAnswer);
    } finally {
      setAsking(false);
    }
  }

  return (
    <div className="me-1.5 mt-1 flex flex-col gap-1 text-xs text-ink-2">
      <div role="status">
        {latest === undefined ? null : latest.at === null ? (
          <p>
            {words.fetching} <RelativeTime at={latest.askedAt} /> · {latest.by.name}
          </p>
        ) : (
          <Finding capture={latest} at={latest.at} evidence={evidence} annotationId={annotationId} />
        )}
        {failure === undefined ? null : <p className="text-danger">{failure}</p>}
      </div>
      {!mayAsk ? null : isWaiting ? (
        <Button
          size="sm"
          className="self-start"
          busy={isAsking}
          aria-label={words.cancelOf(evidence.title)}
          onClick={() => void act(() => captures.cancel(latest.id))}
        >
          {words.cancel}
        </Button>
      ) : (
        <Button
          size="sm"
          variant="ghost"
          className="-ms-2 self-start"
          busy={isAsking}
          aria-label={words.checkOf(evidence.title)}
          onClick={() => void act(() => captures.ask(evidence.id))}
        >
          <Camera aria-hidden className="size-3.5" />
          {latest === undefined ? words.check : words.again}
        </Button>
      )}
    </div>
  );
}

type FindingProps = Pick<EvidenceCaptureProps, 'annotationId' | 'evidence'> & {
  readonly capture: Capture;
  /** When it came. */
  readonly at: string;
};

function Finding({ capture, at, evidence, annotationId }: FindingProps) {
  const { match, failure, length, hash, id, isScheduled, isGone, hasReopened } = capture;
  return (
    <>
      <p>
        <RelativeTime at={at} /> · {isScheduled ? words.byItself : capture.by.name}
        {length === 0 ? null : (
          <>
            {' · '}
            <a
              href={`/api/annotations/${annotationId}/captures/${id}`}
              target="_blank"
              rel="noopener"
              title={words.hash(hash)}
              className="underline underline-offset-2 hover:text-ink"
            >
              {words.text(new Intl.NumberFormat('en').format(length))}
            </a>
          </>
        )}
      </p>
      {failure === null ? (
        <p className={classNames(match !== null && (stands(match) ? 'text-ok' : 'text-danger'))}>
          {words[match?.kind ?? 'noQuote']}
        </p>
      ) : (
        <p className="text-danger">{failure}</p>
      )}
      {isGone ? (
        <p className="font-semibold text-danger">
          {words.gone} {hasReopened ? words.reopened : null}
        </p>
      ) : null}
      {match?.kind === 'altered' ? <Altered quote={evidence.quote ?? ''} found={match.words} /> : null}
    </>
  );
}

/** What stands there, beside what was quoted: words that are gone struck, new ones underlined. */
function Altered({ quote, found }: { readonly quote: string; readonly found: string }) {
  return (
    <p dir="auto" className="border-s-2 border-line-2 ps-2 font-serif text-sm text-ink">
      {wordChanges(quote, found).map(({ kind, text }, at) => {
        const key = `${at} ${kind}`;
        if (kind === 'kept') return <span key={key}>{text}</span>;
        return kind === 'removed' ? (
          <del key={key} className="bg-danger-bg text-danger">
            {text}
          </del>
        ) : (
          <ins key={key} className="bg-ok-bg text-ok">
            {text}
          </ins>
        );
      })}
    </p>
  );
}
