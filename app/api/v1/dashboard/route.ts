import { dashboardQuery } from '@/lib/server/api/desk-requests';
import { getDashboard } from '@/lib/server/dashboard/get-dashboard';
import { door } from '@/lib/server/http';

/** The figures of the checks of a team or an article. */
export const GET = door({ query: dashboardQuery }, ({ actor, query }) =>
  getDashboard(actor, { ...query, now: new Date() }),
);
