import { ownScaleSchema } from '@/lib/domain/scale-draft';
import { pageQuery } from '@/lib/server/api/requests';
import { cutPage } from '@/lib/server/cursor';
import { created, door } from '@/lib/server/http';
import { findCheckRules } from '@/lib/server/team/find-check-rules';
import { saveScale } from '@/lib/server/team/save-scale';

/** The scales that verdicts can be given on, and those that are archived. */
export const GET = door({ query: pageQuery }, async ({ actor, query }) =>
  cutPage((await findCheckRules(actor)).scales, query, ({ id }) => id),
);

/** Makes one. */
export const POST = door({ body: ownScaleSchema, rate: 'command' }, async ({ actor, body: scale }) =>
  created(await saveScale(actor, { scaleId: null, version: null, scale })),
);
