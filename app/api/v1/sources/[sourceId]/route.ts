import { sourceChangeBody, sourceParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { getSource } from '@/lib/server/sources/find-sources';
import { changeSource } from '@/lib/server/sources/save-source';

/** One source. */
export const GET = door({ params: sourceParams }, ({ actor, params }) => getSource(actor, params.sourceId));

/** Changes what is known of it. */
export const PUT = door(
  { params: sourceParams, body: sourceChangeBody, rate: 'command' },
  async ({ actor, params: { sourceId: id }, body: { version, ...fields } }) => {
    await changeSource(actor, { id, version, fields });
    return getSource(actor, id);
  },
);
