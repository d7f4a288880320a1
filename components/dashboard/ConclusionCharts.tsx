import type { Agreement } from '@/lib/domain/agreement';
import type { Dashboard } from '@/lib/domain/dashboard';
import { messages } from '../messages';
import { dashboard } from '../messages/dashboard';
import { BarChart } from '../ui/BarChart';
import { ChartFrame } from '../ui/ChartFrame';

type ConclusionsProps = Pick<Dashboard, 'outcomes' | 'verdicts'>;

/** What the checks came to. */
export function Outcomes({ outcomes }: Pick<ConclusionsProps, 'outcomes'>) {
  const bars = outcomes.map(({ outcome, count }) => ({
    name: messages.words.outcomes[outcome],
    value: count,
  }));
  return <Counted words={dashboard.outcomes} bars={bars} />;
}

/** How true the claims were rated. */
export function Verdicts({ verdicts }: Pick<ConclusionsProps, 'verdicts'>) {
  const bars = verdicts.map(({ verdict, count }) => ({
    name: messages.words.verdicts[verdict],
    value: count,
  }));
  return <Counted words={dashboard.verdicts} bars={bars} />;
}

type CountedProps = {
  readonly words: {
    readonly title: string;
    readonly summary: (total: number) => string;
    readonly head: readonly string[];
  };
  readonly bars: readonly { readonly name: string; readonly value: number }[];
};

function Counted({ words, bars }: CountedProps) {
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  return (
    <ChartFrame
      title={words.title}
      summary={words.summary(total)}
      table={{ head: words.head, rows: bars.map(({ name, value }) => [name, value]) }}
    >
      {bars.length === 0 ? null : <BarChart bars={bars} />}
    </ChartFrame>
  );
}

/** How far first and second checks agree, and where that cannot be said. */
export function AgreementOfChecks({ agreement }: Pick<Dashboard, 'agreement'>) {
  const words = dashboard.agreement;
  const measures = (['outcomeKappa', 'outcomeAlpha', 'verdictAlpha'] as const).map((key) => ({
    name: words[key],
    measure: agreement[key],
  }));
  return (
    <ChartFrame
      title={words.title}
      summary={words.summary(agreement.outcomeKappa.units)}
      table={{
        head: words.head,
        rows: measures.map(({ name, measure }) => [name, valueText(measure), measure.units]),
      }}
    >
      <dl className="space-y-3">
        {measures.map(({ name, measure }) => (
          <div key={name}>
            <dt className="flex justify-between gap-3 text-sm">
              <span>{name}</span>
              <span className="shrink-0 text-ink-2 tabular-nums">{words.n(measure.units)}</span>
            </dt>
            <dd className="mt-0.5">
              <b className="text-lg font-semibold tabular-nums">{valueText(measure)}</b>
              {measure.value === undefined ? (
                <span className="mt-0.5 block text-sm text-pretty text-ink-2">{words.why[measure.why]}</span>
              ) : (
                <Scale value={measure.value} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </ChartFrame>
  );
}

/** Where a value lies between -1 and 1, with chance in the middle. */
function Scale({ value }: { readonly value: number }) {
  const place = `${50 + 50 * Math.max(-1, Math.min(1, value))}%`;
  return (
    <svg aria-hidden="true" width="100%" height="26" className="mt-0.5 block overflow-visible">
      <line x1="0" x2="100%" y1="7" y2="7" className="stroke-line-3" />
      {ticks.map(({ at, name, anchor }) => (
        <g key={at}>
          <line x1={at} x2={at} y1="3" y2="11" className="stroke-line-3" />
          <text x={at} y="24" textAnchor={anchor} className="fill-ink-2 text-2xs tabular-nums">
            {name}
          </text>
        </g>
      ))}
      <circle cx={place} cy="7" r="5" className="fill-pencil stroke-sheet forced-colors:fill-[Highlight]" />
    </svg>
  );
}

const ticks = [
  { at: '0%', name: dashboard.agreement.ticks[0], anchor: 'start' },
  { at: '50%', name: dashboard.agreement.ticks[1], anchor: 'middle' },
  { at: '100%', name: dashboard.agreement.ticks[2], anchor: 'end' },
] as const;

const valueText = (measure: Agreement): string =>
  measure.value === undefined ? dashboard.agreement.none : measure.value.toFixed(2);
