import { type Dashboard, dashboardDays } from '@/lib/domain/dashboard';
import { dashboard as words } from '../messages/dashboard';
import { ButtonLink } from '../ui/ButtonLink';
import { ChipLink } from '../ui/Chip';
import { EmptyState } from '../ui/EmptyState';
import { AgreementOfChecks, Outcomes, Verdicts } from './ConclusionCharts';
import { dashboardAddress, type DashboardView as View } from './dashboard-address';
import { PeopleTable } from './PeopleTable';
import { AgeOfOpenClaims, ProgressNow, ProgressOverTime } from './ProgressCharts';
import { Turnaround } from './Turnaround';

type DashboardViewProps = { readonly view: View; readonly figures: Dashboard };

/** The figures of a team's or an article's checks, with the period to choose. */
export function DashboardView({ view, figures }: DashboardViewProps) {
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
        <nav aria-label={words.period} className="flex flex-wrap gap-1.5">
          {dashboardDays.map((days) => (
            <ChipLink key={days} href={dashboardAddress({ ...view, days })} current={view.days === days}>
              {words.days[days]}
            </ChipLink>
          ))}
        </nav>
      </div>
      {figures.hidden === 0 ? null : (
        <p className="mb-4 text-sm text-ink-2">{words.hidden(figures.hidden)}</p>
      )}
      {figures.statuses.length === 0 ? (
        <EmptyState
          title={words.empty.title}
          actions={<ButtonLink href="/articles">{words.empty.action}</ButtonLink>}
        >
          {words.empty.body}
        </EmptyState>
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">
          <ProgressNow statuses={figures.statuses} />
          <AgeOfOpenClaims ages={figures.ages} />
          <div className="lg:col-span-2">
            <ProgressOverTime days={figures.days} />
          </div>
          <Outcomes outcomes={figures.outcomes} />
          <Verdicts verdicts={figures.verdicts} />
          <Turnaround turnaround={figures.turnaround} />
          <AgreementOfChecks agreement={figures.agreement} />
          {figures.people === null ? null : (
            <div className="lg:col-span-2">
              <PeopleTable people={figures.people} />
            </div>
          )}
        </div>
      )}
    </>
  );
}
