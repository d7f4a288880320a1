'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { reportViews } from '@/lib/domain/report/report-arrangement';
import { shareDays } from '@/lib/domain/report/share-link';
import { requireActor } from '@/lib/server/access';
import { formAction } from '@/lib/server/form';
import { publishReport, withdrawReport } from '@/lib/server/sharing/publish-report';
import { createShareLink, revokeShareLink } from '@/lib/server/sharing/share-links';
import { takeAwayVersion } from '@/lib/server/sharing/take-away-version';

const article = { articleId: idSchema };
const version = z.coerce.number().int().min(0);

export const createShareLinkAction = formAction(
  z.strictObject({
    ...article,
    view: z.enum(reportViews, 'Choose which copy the link shows.'),
    days: z.coerce.number().pipe(z.literal(shareDays)),
  }),
  async ({ articleId, ...given }) => {
    const { url } = await createShareLink(await requireActor(), articleId, given);
    revalidatePath(`/articles/${articleId}/share`);
    return url;
  },
);

export const revokeShareLinkAction = formAction(
  z.strictObject({ ...article, linkId: idSchema }),
  async ({ articleId, linkId }): Promise<undefined> => {
    await revokeShareLink(await requireActor(), articleId, linkId);
    revalidatePath(`/articles/${articleId}/share`);
  },
);

export const publishAction = formAction(
  z.strictObject({ ...article, version }),
  async ({ articleId, version }): Promise<undefined> => {
    await publishReport(await requireActor(), articleId, { version, correction: null });
    revalidatePath(`/articles/${articleId}/share`);
  },
);

export const correctAction = formAction(
  z.strictObject({
    ...article,
    version,
    correction: z.string().trim().min(1, 'Say in public words what is put right.').max(2_000),
  }),
  async ({ articleId, version, correction }): Promise<undefined> => {
    await publishReport(await requireActor(), articleId, { version, correction });
    revalidatePath(`/articles/${articleId}/share`);
  },
);

export const takeAwayVersionAction = formAction(
  z.strictObject({ ...article, version, number: z.coerce.number().int().min(1) }),
  async ({ articleId, ...which }): Promise<undefined> => {
    await takeAwayVersion(await requireActor(), articleId, which);
    revalidatePath(`/articles/${articleId}/share`);
  },
);

export const withdrawAction = formAction(
  z.strictObject({ ...article, version }),
  async ({ articleId, version }): Promise<undefined> => {
    await withdrawReport(await requireActor(), articleId, { version });
    revalidatePath(`/articles/${articleId}/share`);
  },
);
