import { expect, it } from 'vitest';
import { dashboardAddress, parseDashboardView } from './dashboard-address';

const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

it('gives back the view that its own address names', () => {
  for (const view of [
    { days: 7, articleId: id },
    { days: 30, articleId: undefined },
    { days: 365, articleId: undefined },
  ] as const) {
    const { searchParams } = new URL(dashboardAddress(view), 'http://localhost');
    expect(parseDashboardView(Object.fromEntries(searchParams))).toEqual(view);
  }
});

it('shows a month of the team for what an address names wrongly', () => {
  expect(parseDashboardView({ days: '31', article: 'nonsense' })).toEqual({ days: 30, articleId: undefined });
});
