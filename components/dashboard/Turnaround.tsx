import { type Dashboard, turnaroundSteps } from '@/lib/domain/dashboard';
import { dashboard } from '../messages/dashboard';
import { ChartFrame } from '../ui/ChartFrame';
import { ColumnChart } from '../ui/ColumnChart';
import { durationText } from './duration-text';

const words = dashboard.turnaround;

/** How long checks take: half of them, nine of ten, and how the time to a proposal is spread. */
export function Turnaround({ turnaround }: Pick<Dashboard, 'turnaround'>) {
  const first = turnaround.mark_to_proposal;
  return (
    <ChartFrame
      title={words.title}
      summary={first === null ? words.none : words.summary(durationText(first.median), first.count)}
      table={{
        head: words.head,
        rows: turnaroundSteps.map((step) => {
          const spread = turnaround[step];
          return spread === null
            ? [words.steps[step], 0, words.absent, words.absent]
            : [words.steps[step], spread.count, durationText(spread.median), durationText(spread.p90)];
        }),
      }}
    >
      <dl className="mb-4 grid grid-cols-2 gap-x-6 gap-y-2.5 text-sm">
        {turnaroundSteps.map((step) => {
          const spread = turnaround[step];
          return (
            <div key={step}>
              <dt className="text-ink-2">{words.steps[step]}</dt>
              <dd className="flex flex-wrap items-baseline gap-x-2 text-lg font-semibold tabular-nums">
                {spread === null ? words.absent : durationText(spread.median)}
                {spread === null ? null : (
                  <span className="text-sm font-normal whitespace-nowrap text-ink-2">
                    {words.head[3]} {durationText(spread.p90)}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {first === null ? null : (
        <>
          <p className="mb-1 text-xs text-ink-2">{words.spread}</p>
          <ColumnChart columns={words.classes.map((name, at) => ({ name, value: first.classes[at] ?? 0 }))} />
        </>
      )}
    </ChartFrame>
  );
}
