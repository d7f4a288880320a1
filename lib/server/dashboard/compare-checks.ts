import 'server-only';
import { db } from '@/lib/db/client';
import { cohensKappa, krippendorffsAlpha } from '@/lib/domain/agreement';
import type { AgreementFigures } from '@/lib/domain/dashboard';
import { internalVerdicts } from '@/lib/domain/verdict';
import { articlesInScope, type DashboardScope, happenedHere } from './dashboard-scope';

/** More second checks than a team records in a year; of more, the latest are compared. */
const mostChecks = 50_000;

/** The internal scale from true to false. What is not on it says nothing about how true a claim is. */
const verdictOrder = internalVerdicts.filter(
  (verdict) => verdict !== 'unproven' && verdict !== 'not_applicable',
);

/**
 * How far first and second checks of the period agree, without the claims that are hidden from this reader. Kappa takes
 * each second check with the proposal it was given on; alpha takes all that was said of one proposal together.
 */
export async function compareChecks(
  scope: DashboardScope,
  hidden: readonly string[],
): Promise<AgreementFigures> {
  const rows = await db.$queryRaw<CheckRow[]>`
    SELECT e."body"->>'annotationId' AS "id",
      concat_ws(' ', e."body"#>>'{check,proposal,byId}', e."body"#>>'{check,proposal,at}') AS "proposal",
      e."body"#>>'{check,proposal,outcome}' AS "first", e."body"#>>'{check,secondChecks,-1,outcome}' AS "second",
      e."body"#>>'{check,proposal,verdict,internal}' AS "firstVerdict",
      e."body"#>>'{check,secondChecks,-1,verdict,internal}' AS "secondVerdict"
    FROM "Article" a JOIN "ArticleEvent" e ON e."articleId" = a."id"
      JOIN "Annotation" n ON n."id" = (e."body"->>'annotationId')::uuid AND n."deletedAt" IS NULL
    WHERE ${articlesInScope(scope)} AND a."changedAt" >= ${scope.since}::timestamptz
      AND e."type" = 'check.reviewed' AND e."at" BETWEEN ${scope.since}::timestamptz AND ${scope.until}::timestamptz
      AND ${happenedHere} AND n."id" <> ALL(${[...hidden]}::uuid[])
    ORDER BY e."at" DESC, e."articleId", e."seq" DESC LIMIT ${mostChecks}`;
  return {
    outcomeKappa: cohensKappa(rows.map(({ first, second }) => [first, second])),
    outcomeAlpha: krippendorffsAlpha(
      together(
        rows,
        ({ first }) => first,
        ({ second }) => second,
      ),
    ),
    verdictAlpha: krippendorffsAlpha(
      together(
        rows,
        ({ firstVerdict }) => firstVerdict,
        ({ secondVerdict }) => secondVerdict,
      ),
      verdictOrder,
    ),
  };
}

type CheckRow = {
  readonly id: string;
  /** Whose proposal of when. */
  readonly proposal: string;
  readonly first: string;
  readonly second: string;
  readonly firstVerdict: string | null;
  readonly secondVerdict: string | null;
};

/** What was said of each proposal: by its author once, and by each second checker. */
function together(
  rows: readonly CheckRow[],
  firstOf: (row: CheckRow) => string | null,
  secondOf: (row: CheckRow) => string | null,
): string[][] {
  const units = new Map<string, string[]>();
  for (const row of rows) {
    const key = `${row.id} ${row.proposal}`;
    const first = firstOf(row);
    const unit = units.get(key) ?? (first === null ? [] : [first]);
    const second = secondOf(row);
    units.set(key, second === null ? unit : [...unit, second]);
  }
  return [...units.values()];
}
