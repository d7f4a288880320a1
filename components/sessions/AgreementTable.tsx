import type { Agreement } from '@/lib/domain/agreement';
import type { VoteAgreement } from '@/lib/domain/vote-result';
import { sessions } from '../messages/sessions';
import { DataTable } from '../ui/DataTable';

type AgreementTableProps = { readonly before: VoteAgreement; readonly after: VoteAgreement | null };

const words = sessions.summary;

/** How far the votes agree before and after the discussion; where there is no figure, why. */
export function AgreementTable({ before, after }: AgreementTableProps) {
  const rows: readonly (readonly [string, (of: VoteAgreement) => string])[] = [
    [words.same, ({ unanimous, rounds }) => words.tally(unanimous, rounds)],
    [words.alpha, ({ outcomes }) => figure(outcomes)],
    [words.alphaVerdicts, ({ verdicts }) => figure(verdicts)],
    ...(before.kappa === null && (after?.kappa ?? null) === null
      ? []
      : [[words.kappa, ({ kappa }: VoteAgreement) => (kappa === null ? '' : figure(kappa))] as const]),
  ];
  return (
    <DataTable caption={words.agreementCaption}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-label={words.before}>{of(before)}</td>
            <td data-label={words.after}>{after === null ? words.notAgain : of(after)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function figure(agreement: Agreement): string {
  return agreement.value === undefined
    ? `${words.undefined}: ${words.why[agreement.why]}`
    : agreement.value.toFixed(2);
}
