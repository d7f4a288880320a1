import { exportIdParams } from '@/lib/server/api/requests';
import { getExport } from '@/lib/server/exports/find-exports';
import { stopExport } from '@/lib/server/exports/stop-export';
import { door } from '@/lib/server/http';

/** Where one of one's own exports stands. */
export const GET = door({ params: exportIdParams }, ({ actor, params }) => getExport(actor, params.exportId));

/** Ends its writing. */
export const DELETE = door({ params: exportIdParams, rate: 'command' }, ({ actor, params }) =>
  stopExport(actor, params.exportId),
);
