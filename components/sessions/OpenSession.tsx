'use client';

import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { newId } from '@/lib/domain/new-id';
import { sessions as words } from '../messages/sessions';
import { useToast } from '../ui/Toast';
import { SessionForm } from './SessionForm';
import { useSessionActs } from './use-session-acts';

type OpenSessionProps = {
  readonly state: ArticleState;
  readonly actor: Actor;
  readonly catchUp: () => Promise<void>;
  readonly onClose: () => void;
};

/** Opens a session on an article. */
export function OpenSession({ state, actor, catchUp, onClose }: OpenSessionProps) {
  const acts = useSessionActs(state.article.id, catchUp);
  const toast = useToast();
  return (
    <SessionForm
      actor={actor}
      members={state.rules.members}
      session={null}
      busy={acts.isBusy}
      onSend={async (fields) => {
        const refusal = await acts.send({ type: 'session.open', sessionId: newId(), fields });
        if (refusal === null) toast.show({ message: words.done.opened });
        return refusal;
      }}
      onClose={onClose}
    />
  );
}
