'use client';

import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { CommandAnswer } from '@/lib/domain/commands';
import { newId } from '@/lib/domain/new-id';
import { can, reasonOf } from '@/lib/domain/policy';
import type { ReplyRequestFields } from '@/lib/domain/reply-request-schema';
import { messages } from '../../messages';
import { replies as repliesWords } from '../../messages/replies';
import { Button } from '../../ui/Button';
import { SideSheet } from '../../ui/Sheet';
import { localDay } from '../day-text';
import { useKeptForm } from '../use-kept-form';
import type { CommandWithoutId } from '../workbench-context';
import { RequestForm } from './RequestForm';
import { RequestItem } from './RequestItem';

type RepliesSheetProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly actor: Actor;
  readonly state: Pick<ArticleState, 'article' | 'replyRequests' | 'people'>;
  readonly propose: (command: CommandWithoutId) => Promise<CommandAnswer>;
};

type NewRequest = ReplyRequestFields & { readonly id: string };

const words = repliesWords;

/** The right-of-reply log of an article, beside its text. */
export function RepliesSheet({ open, onOpenChange, actor, state, propose }: RepliesSheetProps) {
  const { article, replyRequests, people } = state;
  const place = { userId: actor.userId, articleId: article.id };
  const [draft, keepDraft] = useKeptForm<NewRequest>(`new request ${article.id}`, place);
  const [refusal, setRefusal] = useState<string | null>(null);
  const today = localDay(new Date());
  const permission = can(actor, 'reply_request.create');
  const nameOf = (id: string): string => people[id]?.name ?? messages.margin.card.unknownPerson;

  async function send(command: CommandWithoutId): Promise<string | null> {
    const answer = await propose(command);
    return answer.ok ? null : answer.error.message;
  }

  async function save(requestId: string, fields: ReplyRequestFields): Promise<void> {
    const refused = await send({ type: 'reply_request.create', requestId, fields });
    setRefusal(refused);
    if (refused === null) keepDraft(null);
  }

  return (
    <SideSheet open={open} onOpenChange={onOpenChange} title={words.title}>
      <p className="text-sm text-ink-2">{words.lead}</p>
      {draft === null ? (
        <div className="mt-3">
          <Button size="sm" reason={reasonOf(permission)} onClick={() => keepDraft(blank(today))}>
            {words.add}
          </Button>
        </div>
      ) : (
        <RequestForm
          title={words.addForm}
          values={fieldsOf(draft)}
          message={refusal}
          onChange={(fields) => keepDraft({ ...fields, id: draft.id })}
          onSave={(fields) => void save(draft.id, fields)}
          onLeave={() => onOpenChange(false)}
          onDiscard={() => keepDraft(null)}
        />
      )}
      {replyRequests.length === 0 ? (
        <p className="mt-4 text-ink-2">{words.none}</p>
      ) : (
        <ul aria-label={words.list} className="mt-4 border-t">
          {replyRequests.map((request) => (
            <RequestItem
              key={request.id}
              request={request}
              place={place}
              today={today}
              nameOf={nameOf}
              mayWrite={permission.allowed}
              onLeave={() => onOpenChange(false)}
              send={send}
            />
          ))}
        </ul>
      )}
    </SideSheet>
  );
}

/** What is sent: the id goes beside it. */
function fieldsOf({ id: _id, ...fields }: NewRequest): ReplyRequestFields {
  return fields;
}

function blank(today: string): NewRequest {
  return { id: newId(), party: '', question: '', askedOn: today, way: 'email', deadlineOn: null };
}
