import type { Passage } from '@/lib/domain/article';
import type { NewAnnotation } from '@/lib/exchange/back-in';
import { bringBack } from '../messages/bring-back';
import { RadioGroup } from '../ui/RadioGroup';
import { PlanItem } from './PlanItem';

type UnplacedItemProps = {
  readonly item: NewAnnotation;
  /** Tells its radios from others. */
  readonly name: string;
  readonly isChosen: boolean;
  readonly place: Passage | undefined;
  readonly onToggle: () => void;
  readonly onPlace: (passage: Passage | null) => void;
};

const words = bringBack.item;
const nowhere = 'nowhere';

/** A mark without a place: where it may belong, or that it waits as orphaned. */
export function UnplacedItem({ item, name, isChosen, place, onToggle, onPlace }: UnplacedItemProps) {
  const { candidates, quote } = item;
  const value =
    place === undefined
      ? nowhere
      : String(candidates.findIndex(({ start, end }) => start === place.start && end === place.end));
  return (
    <PlanItem item={item} isChosen={isChosen} onToggle={onToggle}>
      {isChosen ? (
        <RadioGroup
          name={name}
          label={words.place(quote.exact)}
          hideLabel
          className="mt-2 text-sm break-words"
          value={value}
          onChange={(chosen) => onPlace(passageOf(candidates, chosen))}
          options={[
            ...candidates.map(({ prefix, exact, suffix }, index) => ({
              value: String(index),
              label: words.candidate(prefix, exact, suffix),
            })),
            { value: nowhere, label: words.orphan },
          ]}
        />
      ) : null}
    </PlanItem>
  );
}

function passageOf(candidates: NewAnnotation['candidates'], chosen: string): Passage | null {
  const found = candidates[Number(chosen)];
  return found === undefined ? null : { start: found.start, end: found.end };
}
