import type { ArticleState } from '@/lib/domain/apply';
import { buildReport, type Report } from '@/lib/domain/report/report';

/** The whole report of a state, for tests. */
export function reportOf(state: ArticleState): Report {
  return buildReport(state, {
    teamName: 'Desk & <Co>',
    recordHash: 'b'.repeat(64),
    at: '2026-03-03T14:02:00.000Z',
    by: { id: '00000000-0000-4000-8000-000000000001', name: 'Mara' },
    address: 'https://galley.example.org/articles/1',
  });
}
