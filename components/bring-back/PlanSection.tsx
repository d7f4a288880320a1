import { type ReactNode, useId, useState } from 'react';
import { bringBack } from '../messages/bring-back';
import { Button } from '../ui/Button';

type PlanSectionProps<T> = {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly items: readonly T[];
  readonly children: (item: T, index: number) => ReactNode;
};

/** So many at once: a long article has thousands, and all of them are chosen whether they are shown or not. */
const atOnce = 100;

/** One part of a plan, as a list; nothing where it is empty. */
export function PlanSection<T>({ title, hint, items, children }: PlanSectionProps<T>) {
  const id = useId();
  const [shown, setShown] = useState(atOnce);
  if (items.length === 0) return null;
  const more = Math.min(atOnce, items.length - shown);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="border-b pb-1.5 text-sm font-semibold">
        {title}{' '}
        <span className="font-normal text-ink-3 tabular-nums">{items.length.toLocaleString('en')}</span>
      </h3>
      {hint === undefined ? null : <p className="mt-1.5 text-sm text-pretty text-ink-2">{hint}</p>}
      <ul aria-labelledby={id}>{items.slice(0, shown).map(children)}</ul>
      {more > 0 ? (
        <Button className="mt-3" onClick={() => setShown(shown + atOnce)}>
          {bringBack.plan.more(more)}
        </Button>
      ) : null}
    </section>
  );
}
