import { scaleArchiveBody, scaleChangeBody, scaleParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { archiveScale } from '@/lib/server/team/archive-scale';
import { saveScale } from '@/lib/server/team/save-scale';

/** Makes a new version of a scale. */
export const PUT = door(
  { params: scaleParams, body: scaleChangeBody, rate: 'command' },
  ({ actor, params, body }) => saveScale(actor, { ...params, ...body }),
);

/** Archives it, or brings it back. */
export const PATCH = door(
  { params: scaleParams, body: scaleArchiveBody, rate: 'command' },
  ({ actor, params, body }) => archiveScale(actor, { ...params, ...body }),
);
