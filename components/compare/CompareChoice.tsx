import { revisions } from '../messages/revisions';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import type { CompareQuery } from './compare-query';

type CompareChoiceProps = {
  readonly from: number;
  readonly to: number;
  /** Number of the current revision. */
  readonly current: number;
  /** What stays as it is when other revisions are chosen. */
  readonly choice: Pick<CompareQuery, 'view' | 'only'>;
};

const words = revisions.compare;

/** Which two revisions are compared: any two of the article. Works without a script. */
export function CompareChoice({ from, to, current, choice: { view, only } }: CompareChoiceProps) {
  const options = Array.from({ length: current }, (_, index) => {
    const number = current - index;
    return { value: String(number), label: revisions.number(number) };
  });
  return (
    <form method="get" className="flex flex-wrap items-end gap-2">
      <Select
        name="from"
        label={words.from}
        options={options}
        defaultValue={String(from)}
        className="w-36 max-phone:w-28"
      />
      <Select
        name="to"
        label={words.to}
        options={options}
        defaultValue={String(to)}
        className="w-36 max-phone:w-28"
      />
      <input type="hidden" name="view" value={view} />
      {only === undefined ? null : <input type="hidden" name="only" value={only} />}
      <Button type="submit">{words.show}</Button>
    </form>
  );
}
