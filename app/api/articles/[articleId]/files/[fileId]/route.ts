import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { sendFile } from '@/lib/server/files/send-file';
import { door } from '@/lib/server/http';

const params = z.strictObject({ articleId: idSchema, fileId: idSchema });
const query = z.strictObject({ show: z.literal('1').optional() });

/** A file of evidence, as a download; with `show=1` a picture or sound comes to be shown in the page. */
export const GET = door({ params, query }, ({ actor, params, query, request }) =>
  sendFile(actor, { ...params, show: query.show === '1', range: request.headers.get('range') }),
);
