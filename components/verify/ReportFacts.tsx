import type { ProofStatement } from '@/lib/exchange/report-proof';
import { verify } from '../messages/verify';

type ReportFactsProps = {
  readonly name: string;
  readonly statement: ProofStatement;
  readonly signedWith: string;
};

/** What the signer of a report says of it. */
export function ReportFacts({ name, statement, signedWith }: ReportFactsProps) {
  const words = verify.facts;
  const { team, view, madeAt, revision, record } = statement;
  const views: Readonly<Record<string, string | undefined>> = words.views;
  const rows = [
    [words.file, name],
    [words.team, team],
    [words.view, views[view] ?? view],
    [words.made, madeAt],
    [words.revision, `${revision.number} · ${revision.hash}`],
    [words.record, `${record.seq} · ${record.hash}`],
    [words.key, signedWith],
  ];
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-sm">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
