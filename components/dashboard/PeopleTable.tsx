import type { Work } from '@/lib/domain/dashboard';
import { dashboard } from '../messages/dashboard';
import { DataTable } from '../ui/DataTable';

const words = dashboard.people;

/** What each person did, by name and without a ranking. */
export function PeopleTable({ people }: { readonly people: readonly Work[] }) {
  return (
    <div className="rounded-xl border bg-sheet px-4.5 pt-4 pb-2.5 print:break-inside-avoid">
      <h2 className="text-md font-semibold">{words.title}</h2>
      <p className="mt-0.5 mb-2 text-sm text-ink-2">{people.length === 0 ? words.none : words.summary}</p>
      {people.length === 0 ? null : (
        <DataTable caption={words.title}>
          <thead>
            <tr>
              {words.head.map((name, at) => (
                <th key={name} scope="col" data-number={at === 0 ? undefined : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, ...work }) => (
              <tr key={person.id}>
                <th scope="row" className="font-medium">
                  {person.name}
                </th>
                {columns.map((column, at) => (
                  <td key={column} data-number="" data-label={words.head[at + 1]}>
                    {work[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </div>
  );
}

const columns = ['marks', 'notes', 'evidence', 'proposals', 'secondChecks', 'signOffs'] as const;
