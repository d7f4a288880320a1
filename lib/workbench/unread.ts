import type { ArticleEvent } from '@/lib/domain/events';
import { annotationIdOf } from './held';
import type { Store } from './store';
import type { Transport } from './transport';

/** Where it is kept from visit to visit: text of one's own making, which may be gone. */
export type Shelf = { readonly read: () => string | null; readonly write: (text: string) => void };

/** Which annotations a person has not looked at since colleagues did something to them, as this device knows. */
export type Unread = {
  /** The same set while nothing has changed. */
  readonly ids: () => ReadonlySet<string>;
  /** Takes events in, in any order and any number of times. One's own act on an annotation reads it. */
  readonly note: (events: readonly ArticleEvent[]) => void;
  /** They have been looked at; what the margin holds back of them has not been seen and stays unread. */
  readonly read: (ids: readonly string[]) => void;
};

type UnreadOptions = {
  readonly store: Pick<Store, 'getView' | 'getActor'>;
  readonly shelf: Shelf;
  readonly findEvents: Transport['findEvents'];
  readonly onChange: () => void;
};

/** As many events as are caught up with; who was away for longer begins anew. */
const mostPages = 20;

/** Begins with what the visit before has left and asks for what has happened since. The first visit has read everything. */
export function createUnread({ store, shelf, findEvents, onChange }: UnreadOptions): Unread {
  const { seq: now } = store.getView().confirmed;
  const left = parseLeft(shelf.read()) ?? { seq: now, ids: [] };
  const noted = new Set<number>();
  let ids: ReadonlySet<string> = new Set(left.ids);

  function become(next: ReadonlySet<string>): void {
    ids = next;
    const { seq, annotations } = store.getView().confirmed;
    shelf.write(JSON.stringify({ seq, ids: [...ids].filter((id) => id in annotations) } satisfies Left));
    onChange();
  }

  function note(events: readonly ArticleEvent[]): void {
    const next = new Set(ids);
    let isNew = false;
    for (const { seq, actor, body } of events) {
      const id = annotationIdOf(body);
      if (seq <= left.seq || noted.has(seq) || id === undefined) continue;
      noted.add(seq);
      isNew = true;
      const isRead = actor.id === store.getActor().userId || body.type === 'annotation.deleted';
      if (isRead) next.delete(id);
      else next.add(id);
    }
    if (isNew) become(next);
  }

  async function catchUp(): Promise<void> {
    let after = left.seq;
    for (let page = 0; page < mostPages && after < now; page += 1) {
      const found = await findEvents(after);
      if (found.kind !== 'events') return;
      note(found.events);
      after = found.isWhole ? now : (found.events.at(-1)?.seq ?? now);
    }
    become(ids);
  }

  void catchUp();
  return {
    ids: () => ids,
    note,
    read(some) {
      const { held } = store.getView();
      const seen = some.filter((id) => ids.has(id) && !held.has(id));
      if (seen.length > 0) become(new Set([...ids].filter((id) => !seen.includes(id))));
    },
  };
}

type Left = { readonly seq: number; readonly ids: readonly string[] };

/** Written by this file alone; another version's shape counts as nothing. */
function parseLeft(text: string | null): Left | undefined {
  try {
    const { seq, ids } = JSON.parse(text ?? 'null');
    return Number.isInteger(seq) && Array.isArray(ids) ? { seq, ids } : undefined;
  } catch {
    return undefined;
  }
}
