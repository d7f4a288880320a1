'use client';

type PlaceButtonProps = {
  /** What a screen reader calls it; holds the words that are shown. */
  readonly label: string;
  readonly words: string;
  readonly onPress: () => void;
};

/** Words of the article that lead to where they stand. */
export function PlaceButton({ label, words, onPress }: PlaceButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className="block min-h-6 max-w-full rounded-xs text-start font-serif text-ink-2 italic underline decoration-line-3 underline-offset-3 hover:text-ink"
    >
      <bdi className="line-clamp-2">{words}</bdi>
    </button>
  );
}
