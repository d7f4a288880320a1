/** A card as the layout sees it. All lengths are pixels from the top of the list of cards. */
export type WishedCard = {
  readonly id: string;
  /** Where its line is; null when its passage has no line: it then follows the card before it. */
  readonly wish: number | null;
  readonly height: number;
};

export type PlacedCard = { readonly id: string; readonly top: number; readonly height: number };

/** Pixels between two cards at least (interaction: row 8). */
export const cardGap = 8;

/** Pixels at the top of the list for what says how many cards wait above it. */
export const aboveHeight = 36;

/**
 * The places of cards given in text order. A card takes its line or, where that is taken, the first place below.
 * The active card takes exactly its line; those before it move up, those after it down. Those that do not fit below the
 * top of the list wait behind `cardsAbove`, whose sentence is all that the active card makes room for. Order is kept,
 * cards never overlap, the same input gives the same places.
 */
export function layOutCards(
  cards: readonly WishedCard[],
  activeId: string | null,
  gap: number = cardGap,
): PlacedCard[] {
  const placed: PlacedCard[] = [];
  const active = activeId === null ? -1 : cards.findIndex((card) => card.id === activeId);
  let free = 0;
  let packed = 0;
  cards.forEach((card, index) => {
    const wish = Math.max(0, card.wish ?? free);
    const isOnItsLine = index === active && card.wish !== null;
    const top = isOnItsLine ? Math.max(wish, Math.min(packed, aboveHeight)) : Math.max(wish, free);
    placed.push({ id: card.id, top, height: card.height });
    free = top + card.height + gap;
    packed += card.height + gap;
  });
  for (let index = active - 1; index >= 0; index -= 1) {
    const card = placed[index];
    const below = placed[index + 1];
    if (card === undefined || below === undefined) break;
    const room = below.top - gap - card.height;
    if (card.top <= room) break;
    placed[index] = { ...card, top: room };
  }
  return placed;
}

/** The cards that found no place below the top of the list, in order: they are not shown until asked for. */
export function cardsAbove(placed: readonly PlacedCard[]): readonly PlacedCard[] {
  const isCrowded = (placed[0]?.top ?? 0) < 0;
  return isCrowded
    ? placed.slice(
        0,
        firstCard(placed, ({ top }) => top >= aboveHeight),
      )
    : [];
}

/** How far down the lowest card reaches; 0 for none. */
export function layoutHeight(placed: readonly PlacedCard[]): number {
  const last = placed.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** The cards that reach into a window of pixels, in order. */
export function cardsWithin(
  placed: readonly PlacedCard[],
  window: { readonly from: number; readonly to: number },
): readonly PlacedCard[] {
  return placed.slice(
    firstCard(placed, ({ top, height }) => top + height >= window.from),
    firstCard(placed, ({ top }) => top > window.to),
  );
}

/** Index of the first card that answers yes, where all after it do; cards stand in order and never overlap. */
function firstCard(placed: readonly PlacedCard[], question: (card: PlacedCard) => boolean): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const card = placed[middle];
    if (card !== undefined && question(card)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One badge in the gutter: the annotations whose marks begin on lines too close together for a badge each. */
export type Badge = { readonly top: number; readonly ids: readonly string[] };

/** Joins annotations, in text order, into badges at least `distance` pixels apart; those without a line get none. */
export function groupBadges(
  lines: readonly { readonly id: string; readonly top: number | null }[],
  distance: number,
): Badge[] {
  const badges: { top: number; ids: string[] }[] = [];
  for (const { id, top } of lines) {
    if (top === null) continue;
    const last = badges.at(-1);
    if (last !== undefined && top < last.top + distance) last.ids.push(id);
    else badges.push({ top, ids: [id] });
  }
  return badges;
}
