import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { newId } from '@/lib/domain/new-id';
import { type AdoptedRow, type Device, type DeviceRow, type DeviceTrouble, keeplessDevice } from './device';
import { createDeviceBox, type DeviceBox, type Locked } from './device-box';
import { beginPage, type PageMark } from './page-mark';

/** A row as it lies on the disk: its words are locked, the rest are ids. `n` is the order of first writing. */
type StoredRow = Locked & {
  readonly id: string;
  readonly n: number;
  readonly ownerId: string;
  readonly pageId: string;
  readonly articleId: string;
  readonly kind: DeviceRow['kind'];
};

interface Schema extends DBSchema {
  rows: { key: string; value: StoredRow; indexes: { n: number; ownerId: string } };
}

/**
 * Opens a person's store in this browser with the key that the server has handed out. One per page: what this page
 * keeps is its own until it goes, which the other pages see by a lock that the browser lets go of.
 */
export async function openDevice(userId: string, key: string): Promise<Device> {
  // Without https (and not on one's own machine) browsers give pages no keys.
  if (!('indexedDB' in globalThis) || globalThis.crypto?.subtle === undefined)
    return keeplessDevice('missing');
  try {
    const box = await createDeviceBox(key);
    const database = await openDB<Schema>('galley', 1, {
      upgrade(fresh) {
        const rows = fresh.createObjectStore('rows', { keyPath: 'id' });
        rows.createIndex('n', 'n');
        rows.createIndex('ownerId', 'ownerId');
      },
      blocking: (_now, _next, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    const page = beginPage(newId());
    await holdForLife(lockOf(page.id));
    return createDevice({ userId, box, database, page });
  } catch {
    // A private window, a policy or a person forbids it.
    return keeplessDevice('forbidden');
  }
}

type Parts = {
  readonly userId: string;
  readonly box: DeviceBox;
  readonly database: IDBPDatabase<Schema>;
  readonly page: PageMark;
};

function createDevice({ userId, box, database, page }: Parts): Device {
  let trouble: DeviceTrouble | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One thing after another: a row that is dropped must not be written again by an earlier wish. */
  function inOrder<T>(work: () => Promise<T>, failed: T): Promise<T> {
    const next = last.then(work).catch((error: unknown) => {
      trouble = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
      return failed;
    });
    last = next;
    return next;
  }

  async function write({ id, kind, articleId, value }: DeviceRow): Promise<boolean> {
    const locked = await box.lock(value, id);
    // The words of a command must outlive a power cut, not the browser alone.
    const durability = kind === 'command' ? 'strict' : 'relaxed';
    const { store, done } = database.transaction('rows', 'readwrite', { durability });
    const before = await store.get(id);
    const n = before?.n ?? ((await store.index('n').openCursor(null, 'prev'))?.value.n ?? 0) + 1;
    await store.put({ id, n, ownerId: userId, pageId: page.id, articleId, kind, ...locked });
    await done;
    trouble = undefined;
    return true;
  }

  async function adopt(articleId?: string, kind?: DeviceRow['kind']): Promise<readonly AdoptedRow[]> {
    const alive = await livingPages();
    const all = await database.getAllFromIndex('rows', 'ownerId', userId);
    const isWanted = (row: StoredRow): boolean =>
      articleId === undefined
        ? row.kind === 'draft' && row.pageId === page.previousId
        : row.articleId === articleId;
    const isOfKind = (row: StoredRow): boolean =>
      kind === undefined ? row.kind !== 'text' : row.kind === kind;
    const left = all.filter((row) => isWanted(row) && isOfKind(row) && !alive.has(lockOf(row.pageId)));
    const adopted: (AdoptedRow & { readonly n: number })[] = [];
    for (const { id, n, kind: own, pageId, iv, bytes, articleId: of } of left) {
      const value = await box.open({ iv, bytes }, id);
      // What cannot be opened is not ours to throw away: an earlier secret of the server may come back.
      if (value === undefined || !(await takeOver(id, pageId))) continue;
      const isOwnTab = pageId === page.previousId;
      adopted.push({ id, n, kind: own, articleId: of, value, isOwnTab, wasLeft: isOwnTab && page.wasLeft });
    }
    return adopted.sort((one, other) => one.n - other.n);
  }

  /** False when another page was faster. */
  async function takeOver(id: string, from: string): Promise<boolean> {
    const { store, done } = database.transaction('rows', 'readwrite');
    const row = await store.get(id);
    const isThere = row !== undefined && row.pageId === from;
    if (isThere) await store.put({ ...row, pageId: page.id });
    await done;
    return isThere;
  }

  return {
    keep: (row) => inOrder(() => write(row), false),
    drop: (id) => inOrder(() => database.delete('rows', id), undefined),
    adopt: (articleId, kind) => inOrder(() => adopt(articleId, kind), []),
    findElsewhere: (articleId) =>
      inOrder(async () => {
        const alive = await livingPages();
        const all = await database.getAllFromIndex('rows', 'ownerId', userId);
        const left = all.filter(({ kind, pageId }) => kind === 'command' && !alive.has(lockOf(pageId)));
        return [...new Set(left.map((row) => row.articleId))].filter((id) => id !== articleId);
      }, []),
    getTrouble: () => trouble,
    inTurn: (name, work) => navigator.locks.request(`galley.turn.${userId}.${name}`, work),
  };
}

const lockOf = (pageId: string): string => `galley.page.${pageId}`;

async function livingPages(): Promise<ReadonlySet<string | undefined>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name));
}

/** Takes a lock that the browser keeps for this page until it goes, however it goes. */
function holdForLife(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise<never>(() => {});
      })
      .catch(reject);
  });
}
