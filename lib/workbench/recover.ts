import type { Instant } from '@/lib/domain/ids';
import type { AdoptedRow, Device } from './device';
import { type Draft, type Drafts, isSameDraft } from './drafts';
import type { History } from './history';
import type { DraftKeeper } from './keep-drafts';
import type { FormKeeper } from './keep-forms';
import { readHistory } from './kept-history';
import { type Outbox, type Parked, parkedIn, type Waiting, waitingIn } from './outbox';
import type { Recovered } from './save-state';
import type { Adopted, Store } from './store';

type RecoverOptions = {
  readonly articleId: string;
  readonly device: Device;
  readonly store: Pick<Store, 'adopt' | 'recall'>;
  readonly outbox: Outbox;
  readonly history: History;
  readonly drafts: Drafts;
  readonly draftKeeper: DraftKeeper;
  readonly formKeeper: FormKeeper;
  readonly now: () => Instant;
};

/**
 * Takes over what earlier pages have left of an article: commands go back into the outbox, refused ones back into
 * sight, drafts onto their cards. Gives what a person should hear of.
 */
export async function recoverWork(options: RecoverOptions): Promise<Omit<Recovered, 'elsewhere'>> {
  const { articleId, device, store, outbox, history, drafts, draftKeeper, formKeeper, now } = options;
  const rows = await device.adopt(articleId);
  const of = (kind: AdoptedRow['kind']): readonly AdoptedRow[] => rows.filter((row) => row.kind === kind);

  for (const { id, value, isOwnTab } of of('history')) {
    void device.drop(id);
    // Another day's acts in another tab are not what Ctrl+Z means.
    if (!isOwnTab) continue;
    const kept = readHistory(value, now());
    history.recall(kept);
    store.recall(kept.removed);
  }
  formKeeper.adopt(of('form'));
  const left = draftKeeper.adopt(of('draft'));
  const [waiting, parked] = [waitingIn(rows), parkedIn(rows)];
  outbox.adopt([...waiting, ...parked]);
  for (const draft of left) settleDraft(drafts, articleId, draft, waiting, parked);
  store.adopt(
    waiting.map((item) => adopted(drafts, articleId, item, left)),
    parked.map(({ command, error }) => ({ command, error })),
  );
  return {
    commands: waiting.map(({ command }) => command),
    drafts: left.filter(({ state, isRecovered }) => state !== 'sent' && isRecovered),
  };
}

/** What was on its way goes on with its command; without one it is a draft again. */
function settleDraft(
  drafts: Drafts,
  articleId: string,
  draft: Draft,
  waiting: readonly Waiting[],
  parked: readonly Parked[],
): void {
  if (draft.state !== 'sent') return;
  const isIts = ({ command }: Waiting): boolean => command.commandId === draft.commandId;
  if (waiting.some(isIts)) return;
  const message = parked.find(isIts)?.error.message ?? null;
  drafts.write({ ...draft, state: message === null ? 'writing' : 'refused', message }, articleId);
}

/** A command that takes its draft along: the draft goes when the server has it, and comes back with a refusal. */
function adopted(
  drafts: Drafts,
  articleId: string,
  { command, at }: Waiting,
  left: readonly Draft[],
): Adopted {
  const draft = left.find(({ commandId }) => commandId === command.commandId);
  return {
    command,
    at,
    onSettled(answer) {
      const now = draft && drafts.of(draft.annotationId).find((other) => isSameDraft(other, draft));
      if (now?.state !== 'sent') return;
      if (answer.ok) drafts.remove(now);
      else drafts.write({ ...now, state: 'refused', message: answer.error.message }, articleId);
    },
  };
}
