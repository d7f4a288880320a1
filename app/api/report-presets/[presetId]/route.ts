import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { reportPresetBodySchema } from '@/lib/domain/report/report-preset';
import { door } from '@/lib/server/http';
import { deleteReportPreset, saveReportPreset } from '@/lib/server/reports/presets';

const params = z.strictObject({ presetId: idSchema });

/** Keeps choices of a report for the team, or gives them another name. */
export const PUT = door({ params, body: reportPresetBodySchema }, ({ actor, params, body }) =>
  saveReportPreset(actor, { id: params.presetId, ...body }),
);

/** Forgets a preset of the team. */
export const DELETE = door({ params }, ({ actor, params }) => deleteReportPreset(actor, params.presetId));
