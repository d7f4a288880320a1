import { exportIdParams } from '@/lib/server/api/requests';
import { sendExport } from '@/lib/server/exports/send-export';
import { door } from '@/lib/server/http';

/** The file of one of one's own exports, once it is ready. */
export const GET = door({ params: exportIdParams, rate: 'export' }, ({ actor, params }) =>
  sendExport(actor, params.exportId),
);
