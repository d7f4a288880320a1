import { type Dashboard, progressSteps, stepOfStatus } from '@/lib/domain/dashboard';
import { messages } from '../messages';
import { dashboard } from '../messages/dashboard';
import { ChartFrame } from '../ui/ChartFrame';
import { ColumnChart } from '../ui/ColumnChart';
import type { ChartPaint } from '../ui/chart-paint';
import { LineChart } from '../ui/LineChart';
import { StackedBar } from '../ui/StackedBar';

/** How far the claims have come now. */
export function ProgressNow({ statuses }: Pick<Dashboard, 'statuses'>) {
  const words = dashboard.progress;
  const total = statuses.reduce((sum, { count }) => sum + count, 0);
  const signedOff = statuses.find(({ status }) => status === 'signed_off')?.count ?? 0;
  return (
    <ChartFrame
      title={words.title}
      summary={words.summary(signedOff, total)}
      table={{
        head: words.head,
        rows: statuses.map(({ status, count }) => [messages.words.checkStatuses[status], count]),
      }}
    >
      <StackedBar
        parts={progressSteps.map((step) => ({
          name: words.steps[step],
          value: statuses.reduce(
            (sum, { status, count }) => sum + (stepOfStatus[status] === step ? count : 0),
            0,
          ),
          paint: paints[step],
        }))}
      />
    </ChartFrame>
  );
}

const paints = {
  not_begun: 'grey',
  under_way: 'blue',
  proposed: 'violet',
  held_up: 'red',
  signed_off: 'green',
} as const satisfies Record<(typeof progressSteps)[number], ChartPaint>;

/** How the claims of the period added up, day by day. */
export function ProgressOverTime({ days }: Pick<Dashboard, 'days'>) {
  const words = dashboard.course;
  const lines = [
    { name: words.marked, values: running(days.map(({ marked }) => marked)) },
    { name: words.proposed, values: running(days.map(({ proposed }) => proposed)) },
    { name: words.signedOff, values: running(days.map(({ signedOff }) => signedOff)) },
  ];
  const [marked, proposed, signedOff] = lines.map(({ values }) => values.at(-1) ?? 0);
  const isEmpty = (marked ?? 0) + (proposed ?? 0) + (signedOff ?? 0) === 0;
  return (
    <ChartFrame
      title={words.title}
      summary={isEmpty ? words.none : words.summary(marked ?? 0, proposed ?? 0, signedOff ?? 0)}
      table={{
        head: words.head,
        rows: days.map((day) => [day.day, day.marked, day.proposed, day.signedOff]),
      }}
    >
      <LineChart lines={lines} from={dayText(days[0]?.day)} to={dayText(days.at(-1)?.day)} />
    </ChartFrame>
  );
}

/** How long open claims have been open. */
export function AgeOfOpenClaims({ ages }: Pick<Dashboard, 'ages'>) {
  const words = dashboard.ages;
  const total = ages.reduce((sum, count) => sum + count, 0);
  const old = ages.slice(3).reduce((sum, count) => sum + count, 0);
  const columns = words.classes.map((name, at) => ({ name, value: ages[at] ?? 0 }));
  return (
    <ChartFrame
      title={words.title}
      summary={words.summary(total, old)}
      table={{ head: words.head, rows: columns.map(({ name, value }) => [name, value]) }}
    >
      <ColumnChart columns={columns} />
    </ChartFrame>
  );
}

function running(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayText = (day: string | undefined): string =>
  day === undefined ? '' : format.format(new Date(`${day}T00:00:00Z`));
