'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/new-id';
import { can } from '@/lib/domain/policy';
import { askServer, Refusal } from '../../articles/ask-server';
import { useOffers } from '../../commands/commands-context';
import { articles } from '../../messages/articles';
import { revisions } from '../../messages/revisions';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/TextArea';
import { useKeptForm } from '../use-kept-form';

type AddTextProps = { readonly actor: Actor; readonly articleId: string };

const words = revisions.add;

/** More text at the end of the article, as of a speech that is still going on. Nothing for who may not add any. */
export function AddText({ actor, articleId }: AddTextProps) {
  const [isOpen, setOpen] = useState(false);
  const [kept, keep] = useKeptForm<Addition>(`append.${articleId}`, { userId: actor.userId, articleId });
  const mayAdd = can(actor, 'article.append').allowed;
  const open = (): void => setOpen(true);
  useOffers({ offers: () => (mayAdd ? [{ id: 'article append', name: words.open, act: open }] : []) });
  if (!mayAdd) return null;
  return (
    <div className="mt-6 print:hidden">
      {isOpen ? (
        <AddTextForm articleId={articleId} kept={kept} onKeep={keep} onClose={() => setOpen(false)} />
      ) : (
        <Button variant="ghost" size="sm" className="-ms-2.5" onClick={open}>
          <Plus aria-hidden className="size-3.5" /> {kept === null ? words.open : words.goOn}
        </Button>
      )}
    </div>
  );
}

/** Text that is not in the article yet. A request whose answer was lost is sent again under its own id. */
type Addition = { readonly content: string; readonly commandId: string; readonly isSent: boolean };

type AddTextFormProps = {
  readonly articleId: string;
  readonly kept: Addition | null;
  readonly onKeep: (addition: Addition | null) => void;
  readonly onClose: () => void;
};

/** Stays open after an addition: a transcript comes in pieces. Closing it keeps what was typed. */
function AddTextForm({ articleId, kept, onKeep, onClose }: AddTextFormProps) {
  const content = kept?.content ?? '';
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function add(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (kept === null || content.trim() === '') return setError(words.empty);
    const { commandId } = kept;
    onKeep({ ...kept, isSent: true });
    setBusy(true);
    setError(undefined);
    try {
      await askServer(`/api/articles/${articleId}/additions`, {
        body: { commandId, format: 'text', content },
      });
      onKeep(null);
      form.current?.querySelector('textarea')?.focus();
    } catch (failure) {
      setError(failure instanceof Refusal ? failure.message : articles.noAnswer);
    } finally {
      setBusy(false);
    }
  }

  function write(next: string): void {
    const commandId = kept === null || kept.isSent ? newId() : kept.commandId;
    onKeep(next === '' ? null : { content: next, commandId, isSent: false });
  }

  return (
    <form
      ref={form}
      aria-label={words.title}
      onSubmit={(event) => void add(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className="rounded-xl border border-line-2 bg-sheet px-4 py-3"
    >
      <TextArea
        label={words.words}
        hint={words.note}
        error={error}
        value={content}
        rows={5}
        dir="auto"
        autoFocus
        onChange={(event) => {
          write(event.currentTarget.value);
          setError(undefined);
        }}
      />
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onClose}>
          {words.close}
        </Button>
        <Button size="sm" variant="primary" type="submit" busy={isBusy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
