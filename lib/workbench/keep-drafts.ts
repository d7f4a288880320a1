import { isBlankDraft } from './blank-drafts';
import type { AdoptedRow, Device } from './device';
import { type Draft, type DraftKey, type Drafts, isSameDraft } from './drafts';

/** Drafts that are kept on the device as they are typed. */
export type DraftKeeper = {
  /** Whether something typed is not on the device yet. */
  readonly isBehind: () => boolean;
  /** Takes over drafts that earlier pages have left; those with words in them are given back. */
  readonly adopt: (rows: readonly AdoptedRow[]) => readonly Draft[];
};

type KeeperOptions = {
  readonly drafts: Drafts;
  readonly device: Device;
  readonly newId: () => string;
  readonly schedule: (callback: () => void, afterMs: number) => void;
};

/** Typing is written down this long after a key: the latest words of a burst, once. */
const writeAfterMs = 60;

const keepers = new WeakMap<Drafts, DraftKeeper>();

/** Keeps every draft on the device until it is sent or dropped. One keeper for the drafts of a page, whoever asks. */
export function keeperOf(options: KeeperOptions): DraftKeeper {
  const keeper = keepers.get(options.drafts) ?? keepDrafts(options);
  keepers.set(options.drafts, keeper);
  return keeper;
}

/** Begins to keep drafts. */
export function keepDrafts({ drafts, device, newId, schedule }: KeeperOptions): DraftKeeper {
  const rowIds = new Map<string, string>();
  const dirty = new Map<string, DraftKey>();
  let writing = 0;
  let isWaiting = false;

  function note(key: DraftKey): void {
    dirty.set(nameOf(key), key);
    if (isWaiting) return;
    isWaiting = true;
    schedule(writeAll, writeAfterMs);
  }

  function writeAll(): void {
    isWaiting = false;
    const keys = [...dirty.values()];
    dirty.clear();
    for (const key of keys) void write(key);
  }

  async function write(key: DraftKey): Promise<void> {
    const id = rowIds.get(nameOf(key)) ?? `draft ${newId()}`;
    rowIds.set(nameOf(key), id);
    const placed = drafts.all().find(({ draft }) => isSameDraft(draft, key));
    writing += 1;
    if (placed === undefined || isBlankDraft(placed.draft)) await device.drop(id);
    else await device.keep({ id, kind: 'draft', articleId: placed.articleId, value: placed.draft });
    writing -= 1;
  }

  for (const { draft } of drafts.all()) note(draft);
  drafts.watch(note);
  return {
    isBehind: () => dirty.size > 0 || writing > 0,
    adopt(rows) {
      const adopted: Draft[] = [];
      for (const { id, articleId, value, wasLeft } of rows) {
        if (!isDraft(value)) continue;
        const draft = { ...value, isRecovered: !wasLeft };
        // What is being typed in this page already stays; the older words become a draft of their own.
        const isTaken = drafts.of(draft.annotationId).some((other) => isSameDraft(other, draft));
        const placed = isTaken && draft.base === null ? { ...draft, itemId: newId() } : draft;
        if (isTaken && draft.base !== null) continue;
        rowIds.set(nameOf(placed), id);
        drafts.write(placed, articleId);
        adopted.push(placed);
      }
      return adopted;
    },
  };
}

const nameOf = ({ kind, annotationId, itemId }: DraftKey): string => `${kind} ${annotationId} ${itemId}`;

/** Only this file writes these rows; another version's shape is left out. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const fields = ['kind', 'annotationId', 'itemId', 'base', 'values', 'state', 'message'];
  return fields.every((field) => field in value);
}
