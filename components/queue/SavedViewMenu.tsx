'use client';

import { Bookmark, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { newId } from '@/lib/domain/new-id';
import type { QueueLook, SavedView } from '@/lib/domain/queue';
import { askServer } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';
import { queue as queueWords } from '../messages/queue';
import { Button } from '../ui/Button';
import { Menu, MenuItem } from '../ui/Menu';
import { useToast } from '../ui/Toast';
import { NameViewDialog } from './NameViewDialog';
import { queueAddress } from './queue-address';

type SavedViewMenuProps = {
  readonly look: QueueLook;
  /** The saved view that is looked at now. */
  readonly current: SavedView | undefined;
};

/** Keeps what is looked at under a name; a kept view is renamed and deleted here, with Undo. */
export function SavedViewMenu({ look, current }: SavedViewMenuProps) {
  const [asksName, setAsksName] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const words = queueWords;

  async function save(view: SavedView): Promise<void> {
    const { id, name, look } = view;
    await askServer(`/api/queue/views/${id}`, { method: 'PUT', body: { name, look } });
    router.refresh();
  }

  async function remove(view: SavedView): Promise<void> {
    try {
      await askServer(`/api/queue/views/${view.id}`, { method: 'DELETE' });
    } catch (error) {
      toast.show({ message: words.refused(sentenceOf(error)), tone: 'danger' });
      return;
    }
    router.push(queueAddress({ split: view.look.split, sort: 'overdue' }));
    toast.show({ message: words.viewDeleted, onUndo: () => void restore(view) });
  }

  const restore = (view: SavedView) =>
    save(view).catch((error: unknown) =>
      toast.show({ message: words.refused(sentenceOf(error)), tone: 'danger' }),
    );

  return (
    <div className="flex shrink-0 items-center pb-1 ps-3">
      {current === undefined ? (
        <Button variant="ghost" size="sm" onClick={() => setAsksName(true)}>
          <Bookmark aria-hidden className="size-4" />
          <span className="max-md:sr-only">{words.saveView}</span>
        </Button>
      ) : (
        <Menu
          align="end"
          trigger={
            <Button variant="ghost" size="sm" aria-label={words.viewActions(current.name)}>
              <Ellipsis aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAsksName(true)}>
            {words.renameView}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => void remove(current)}>
            {words.deleteView}
          </MenuItem>
        </Menu>
      )}
      {asksName ? (
        <NameViewDialog
          title={current === undefined ? words.saveView : words.renameView}
          name={current?.name ?? ''}
          onClose={() => setAsksName(false)}
          onName={async (name) => {
            await save(current === undefined ? { id: newId(), name, look } : { ...current, name });
            toast.show({ message: words.viewSaved });
          }}
        />
      ) : null}
    </div>
  );
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : articlesWords.noAnswer;
