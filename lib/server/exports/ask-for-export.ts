import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { type Export, exportDays } from '@/lib/domain/report/export';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { arrangementSchema } from '@/lib/domain/report/report-arrangement-schema';
import { tableNames } from '@/lib/exchange/report-tables';
import { audit } from '../audit';
import { exportQuery } from '../reports/export-query';
import { daysFrom } from '../team/links';
import { exportInside, toExport } from './to-export';
import { wakeWriter } from './writer-bell';

const { view, sections, marks, details, order, look, since } = arrangementSchema.shape;

/** What is asked for, as it is sent: a format and whatever is not as usual. */
export const exportBody = z.strictObject({
  format: exportQuery.shape.format,
  table: z.enum(tableNames).default('claims'),
  view: view.default(plainArrangement.view),
  sections: sections.default([...plainArrangement.sections]),
  marks: marks.default([...plainArrangement.marks]),
  details,
  order: order.default(plainArrangement.order),
  look: look.default(plainArrangement.look),
  since: since.default(null),
});

/** Most exports of one person that are still to come. */
const mostOpen = 5;

/**
 * Has a report written in the background; it comes into the actor's inbox, whoever is at the app then. The same id from
 * the same person asks once. Throws NOT_FOUND, FORBIDDEN, and TOO_MANY for the sixth that is still to come.
 */
export async function askForExport(
  actor: Actor,
  articleId: string,
  body: z.output<typeof exportBody>,
  id: string = randomUUID(),
): Promise<Export> {
  const { teamId, userId } = actor;
  const { format, table, ...arrangement } = body;
  const row = await inTransaction(db, async (tx) => {
    if ((await tx.article.count({ where: { id: articleId, ...visibleArticles(actor) } })) === 0)
      throw notFound('article');
    ensureCan(actor, 'report.export');
    const own = { askedById: userId, teamId };
    // One wish of a person at a time: a repeat finds the first one's row, and five are five.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`exports ${userId}`}, 0))::text`;
    const made = await tx.export.findFirst({ where: { id, articleId, ...own } });
    if (made !== null) return made;
    if ((await tx.export.count({ where: { ...own, endedAt: null } })) >= mostOpen)
      throw new DomainError(
        'TOO_MANY',
        `${mostOpen} reports are being written for you already. Wait for one, or stop one.`,
      );
    const now = new Date();
    const asked = await tx.export.create({
      data: {
        id,
        articleId,
        ...own,
        wish: { format, table, arrangement },
        createdAt: now,
        expiresAt: daysFrom(now, exportDays),
      },
      select: exportInside,
    });
    const entry = { exportId: id, articleId, format, view: arrangement.view };
    await audit(tx, { teamId, actorId: userId, type: 'export.asked', body: entry });
    return asked;
  });
  wakeWriter();
  return toExport(row);
}
