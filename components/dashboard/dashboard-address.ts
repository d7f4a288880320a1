import type { Route } from 'next';
import { type DashboardDays, dashboardDays } from '@/lib/domain/dashboard';
import { idSchema } from '@/lib/domain/ids';

/** What a dashboard shows; it lives in the address. */
export type DashboardView = { readonly days: DashboardDays; readonly articleId: string | undefined };

/** The view that an address asks for: 30 days of the whole team unless it says otherwise. */
export function parseDashboardView(
  params: Readonly<Record<string, string | string[] | undefined>>,
): DashboardView {
  const { days, article } = params;
  return {
    days: dashboardDays.find((count) => String(count) === days) ?? 30,
    articleId: idSchema.safeParse(article).data,
  };
}

/** The address of a view. */
export function dashboardAddress({ days, articleId }: DashboardView): Route {
  const params = new URLSearchParams();
  if (articleId !== undefined) params.set('article', articleId);
  if (days !== 30) params.set('days', String(days));
  const query = params.toString();
  return `/dashboard${query === '' ? '' : `?${query}`}` as Route; // a page of ours with its query
}
