import { z } from 'zod';
import { idSchema } from '../ids';
import { arrangementSchema } from './report-arrangement-schema';

/** A team keeps at most so many presets of reports. */
export const mostReportPresets = 50;

/** What is sent to keep choices of a report under a name. The log of changes is a matter of one article. */
export const reportPresetBodySchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the preset a name.').max(60, 'A name has at most 60 characters.'),
  arrangement: arrangementSchema.extend({ since: z.null() }),
});
export const reportPresetSchema = reportPresetBodySchema.extend({ id: idSchema }).strict();
/** Choices of a report that a team keeps under a name. */
export type ReportPreset = Readonly<z.infer<typeof reportPresetSchema>>;
