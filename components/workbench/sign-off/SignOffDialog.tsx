'use client';

import { useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Passage } from '@/lib/domain/article';
import type { CommandAnswer } from '@/lib/domain/commands';
import {
  changesSince,
  obstaclesTo,
  refusalOfArticleSignOff,
  standingOf,
} from '@/lib/domain/laws/article-sign-off';
import { can } from '@/lib/domain/policy';
import type { Proposal } from '@/lib/workbench/proposal';
import { maxWaivers, waiversOf } from '@/lib/workbench/sign-off-draft';
import { signOff as words } from '../../messages/sign-off';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { useToast } from '../../ui/Toast';
import { ObstacleList } from './ObstacleList';
import { OverrideFields } from './OverrideFields';
import { SignedOffState } from './SignedOffState';
import { useSignOffDraft } from './use-sign-off-draft';
import { WaiverFields } from './WaiverFields';

type SignOffDialogProps = {
  readonly state: ArticleState;
  readonly actor: Actor;
  /** In text order. */
  readonly annotations: readonly Annotation[];
  readonly propose: (proposal: Proposal) => Promise<CommandAnswer>;
  readonly onGo: (passage: Passage) => void;
  readonly onOpenAnnotation: (id: string) => void;
  readonly onClose: () => void;
};

/** An article's sign-off: what stands against it, what is waived, who gave it and what happened since. */
export function SignOffDialog(props: SignOffDialogProps) {
  const { state, actor, annotations, propose, onGo, onOpenAnnotation, onClose } = props;
  const { article, revision } = state;
  const { draft, change, clear } = useSignOffDraft(actor.userId, article.id);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { show } = useToast();
  const heading = useRef<HTMLDivElement>(null);

  const standing = standingOf(revision, annotations);
  const waivers = waiversOf(draft, standing.gaps);
  const against = obstaclesTo(standing, waivers);
  const mayOverride = can(actor, 'article.override_sign_off').allowed && against.length > 0;
  const isOverride = mayOverride && draft.isOverride;
  const since = changesSince(article.signOff, state.seq);
  const isGiven = article.signOff !== null;
  const maySign = can(actor, 'article.sign_off').allowed;

  const missing =
    refusalOfArticleSignOff(actor, standing, waivers, isOverride ? draft.overrideReason : null) ??
    (waivers.some(({ reason }) => reason === '') ? words.reasonMissing : undefined) ??
    (waivers.length > maxWaivers ? words.tooMany(maxWaivers) : undefined) ??
    (isOverride && draft.overrideReason.trim() === '' ? words.overrideMissing : undefined);

  async function send(proposal: Proposal, done: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await propose(proposal);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.error.message);
      return;
    }
    clear();
    show({ message: done });
    onClose();
  }

  const sign = (): Promise<void> =>
    send(
      {
        type: 'article.sign_off',
        revisionId: revision.id,
        waivers: [...waivers],
        overrideReason: isOverride ? draft.overrideReason.trim() : null,
      },
      words.done,
    );
  const withdraw = (reason: string): Promise<void> =>
    send({ type: 'article.withdraw_sign_off', reason }, words.withdrawn);
  const leaveFor = (go: () => void) => (): void => {
    onClose();
    go();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title}
      initialFocus={heading}
      size="md"
      actions={
        <>
          <Button onClick={onClose}>{isGiven && since === 0 ? words.leave : words.cancel}</Button>
          {maySign && (!isGiven || since > 0) ? (
            <Button
              variant="primary"
              busy={busy}
              aria-disabled={missing !== undefined || undefined}
              aria-describedby={missing === undefined ? undefined : 'sign-off-missing'}
              onClick={() => (missing === undefined ? void sign() : undefined)}
            >
              {isGiven ? words.again : words.button}
            </Button>
          ) : null}
        </>
      }
    >
      <div ref={heading} tabIndex={-1} className="flex flex-col gap-4 outline-none">
        {article.signOff === null ? (
          <p className="text-ink-2">{words.intro(revision.number)}</p>
        ) : (
          <SignedOffState
            signOff={article.signOff}
            state={state}
            actor={actor}
            busy={busy}
            reason={draft.withdrawReason}
            onReason={(withdrawReason) => change({ withdrawReason })}
            onWithdraw={(reason) => void withdraw(reason)}
          />
        )}
        {isGiven && since === 0 ? null : (
          <>
            <ObstacleList
              against={against}
              annotations={annotations}
              unsignedClaims={standing.unsignedClaims}
              onOpen={(id) => leaveFor(() => onOpenAnnotation(id))()}
            />
            {standing.gaps.length === 0 ? null : (
              <WaiverFields
                gaps={standing.gaps}
                text={revision.text}
                draft={draft}
                isReadOnly={!maySign}
                onChange={change}
                onGo={(gap) => leaveFor(() => onGo(gap))()}
              />
            )}
            {mayOverride ? <OverrideFields draft={draft} onChange={change} /> : null}
            {missing === undefined ? null : (
              // What stands against it is in the list above already.
              <p
                id="sign-off-missing"
                className={missing === against.join(' ') ? 'sr-only' : 'text-sm text-ink-2'}
              >
                {missing}
              </p>
            )}
          </>
        )}
        {problem === null ? null : (
          <Notice tone="danger" role="alert">
            {problem} {words.kept}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
