'use client';

import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { ArticleSignOff } from '@/lib/domain/article-sign-off-schema';
import { changesSince } from '@/lib/domain/laws/article-sign-off';
import { can, reasonOf } from '@/lib/domain/policy';
import { signOff as words } from '../../messages/sign-off';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { RelativeTime } from '../../ui/RelativeTime';
import { TextArea } from '../../ui/TextArea';

type SignedOffStateProps = {
  readonly signOff: ArticleSignOff;
  readonly state: Pick<ArticleState, 'people' | 'revision' | 'seq'>;
  readonly actor: Actor;
  readonly busy: boolean;
  /** Why it is withdrawn, as far as it is typed. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onWithdraw: (reason: string) => void;
};

/** Who signed an article off, when and on which revision; what has changed since; and the way to take it back. */
export function SignedOffState({ signOff, state, ...rest }: SignedOffStateProps) {
  const { override, waivers, revisionId, byId, at } = signOff;
  const since = changesSince(signOff, state.seq);
  const revision =
    revisionId === state.revision.id ? words.revision(state.revision.number) : words.olderRevision;
  return (
    <section className="flex flex-col gap-2">
      <Notice tone={since === 0 && override === null ? 'ok' : 'warn'}>
        <p className="font-medium">{words.signedBy(state.people[byId]?.name ?? words.someone)}</p>
        <p className="text-sm">
          <RelativeTime at={at} /> · {revision} · {since === 0 ? words.stillHolds : words.since(since)}
        </p>
        {override === null ? null : (
          <div className="mt-2 text-sm">
            <p className="font-medium">{words.overridden}</p>
            <p>{override.reason}</p>
            <ul className="list-disc ps-5">
              {override.against.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
      </Notice>
      {waivers.length === 0 ? null : (
        <details className="text-sm">
          <summary className="min-h-6 font-medium">{words.waived(waivers.length)}</summary>
          <ul className="mt-1 max-h-40 overflow-y-auto">
            {waivers.map(({ start, end, reason }) => (
              <li key={start} className="border-t py-1">
                {revisionId === state.revision.id ? (
                  <bdi className="block font-serif">{state.revision.text.slice(start, end)}</bdi>
                ) : null}
                <span className="text-ink-2">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <WithdrawForm {...rest} />
    </section>
  );
}

type WithdrawFormProps = Omit<SignedOffStateProps, 'signOff' | 'state'>;

function WithdrawForm({ actor, busy, reason, onReason, onWithdraw }: WithdrawFormProps) {
  const [isAsking, setAsking] = useState(reason !== '');
  const [error, setError] = useState<string | undefined>();
  const refusal = reasonOf(can(actor, 'article.withdraw_sign_off'));
  if (refusal !== undefined || !isAsking)
    return (
      <div>
        <Button size="sm" reason={refusal} onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-2">
      <TextArea
        label={words.withdrawReason}
        rows={2}
        maxLength={2_000}
        value={reason}
        error={error}
        autoFocus
        onChange={(event) => onReason(event.target.value)}
        className="w-full"
      />
      <Button
        variant="danger"
        size="sm"
        busy={busy}
        onClick={() => (reason.trim() === '' ? setError(words.withdrawMissing) : onWithdraw(reason.trim()))}
      >
        {words.withdraw}
      </Button>
    </div>
  );
}
