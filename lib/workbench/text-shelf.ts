import type { ArticleDoc } from '@/lib/domain/article-doc';
import type { Instant } from '@/lib/domain/ids';
import type { ReviseCommand } from '@/lib/domain/text-commands';
import type { AdoptedRow, Device, DeviceTrouble } from './device';
import { createWriteBehind } from './write-behind';

/** What an editor has made of an article's text and not saved, and the revision that it was made from. */
export type KeptText = {
  readonly revisionId: string;
  readonly revisionNumber: number;
  readonly doc: ArticleDoc;
  readonly reason: string;
  readonly source: ReviseCommand['source'];
  readonly at: Instant;
};

/** Unsaved texts of one article on this device: the one under the hands of this page, and those that lie there. */
export type TextShelf = {
  readonly inHand: () => KeptText | undefined;
  /** What earlier pages have left or was put aside, latest first. */
  readonly lying: () => readonly (KeptText & { readonly name: string })[];
  /** What is in hand is now this. */
  readonly keep: (text: KeptText) => void;
  /** Takes one that lies there in hand; what was in hand lies there instead. */
  readonly takeUp: (name: string) => KeptText | undefined;
  readonly putAside: () => void;
  /** What was in hand is saved or not wanted. */
  readonly forget: () => void;
  readonly throwAway: (name: string) => void;
  /** Takes that back. */
  readonly restore: (text: KeptText) => void;
  /** Whether something would be lost if the page went now. */
  readonly hasUnkept: () => boolean;
  readonly getTrouble: () => DeviceTrouble | undefined;
  /** Calls back when something was put there or taken. */
  readonly subscribe: (listener: () => void) => () => void;
};

type ShelfOptions = {
  readonly articleId: string;
  /** Undefined while there is none: then what is kept lives as long as the page. */
  readonly device: Device | undefined;
  readonly newId: () => string;
  readonly schedule: (callback: () => void, afterMs: number) => void;
};

/** A whole text is heavier than a note: it is written down this long after a key. */
const writeAfterMs = 250;

/** Opens the shelf of an article with what earlier pages have left on the device. */
export async function openTextShelf({
  articleId,
  device,
  newId,
  schedule,
}: ShelfOptions): Promise<TextShelf> {
  const texts = new Map<string, KeptText>();
  const listeners = new Set<() => void>();
  let lying: ReturnType<TextShelf['lying']> = [];
  let hand: string | undefined;
  const writer =
    device &&
    createWriteBehind({
      kind: 'text',
      device,
      newId,
      schedule: (callback) => schedule(callback, writeAfterMs),
      find(name) {
        const value = texts.get(name);
        return value && { articleId, value };
      },
    });

  for (const { id, value } of (await device?.adopt(articleId, 'text')) ?? []) {
    if (!isKeptText(value)) continue;
    texts.set(id, value);
    writer?.place(id, id);
  }
  sortOut();

  function sortOut(): void {
    lying = [...texts]
      .filter(([name]) => name !== hand)
      .map(([name, text]) => ({ ...text, name }))
      .sort((one, other) => (one.at < other.at ? 1 : -1));
    for (const listener of listeners) listener();
  }

  function remove(name: string): void {
    texts.delete(name);
    writer?.note(name);
    sortOut();
  }

  return {
    inHand: () => (hand === undefined ? undefined : texts.get(hand)),
    lying: () => lying,
    keep(text) {
      hand ??= newId();
      texts.set(hand, text);
      writer?.note(hand);
    },
    takeUp(name) {
      const text = texts.get(name);
      if (text !== undefined) hand = name;
      sortOut();
      return text;
    },
    putAside() {
      hand = undefined;
      sortOut();
    },
    forget() {
      const name = hand;
      hand = undefined;
      if (name !== undefined) remove(name);
    },
    throwAway: remove,
    restore(text) {
      const name = newId();
      texts.set(name, text);
      writer?.note(name);
      sortOut();
    },
    hasUnkept: () => writer === undefined || writer.isBehind() || device?.getTrouble() !== undefined,
    getTrouble: () => (device === undefined ? 'forbidden' : device.getTrouble()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Only this file writes these rows; another version's shape is left out. */
function isKeptText(value: AdoptedRow['value']): value is KeptText {
  if (typeof value !== 'object' || value === null) return false;
  return ['revisionId', 'revisionNumber', 'doc', 'reason', 'source', 'at'].every((field) => field in value);
}
