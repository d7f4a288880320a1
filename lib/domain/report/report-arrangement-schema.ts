import { z } from 'zod';
import { marks } from '../annotation';
import { markSchema } from '../annotation-schema';
import { reportDetails, reportLooks, reportOrders, reportSections, reportViews } from './report-arrangement';

/** What somebody who makes a report chooses, as it is checked at the door. */
export const arrangementSchema = z.strictObject({
  view: z.enum(reportViews, 'Choose the checking copy, the checked copy or the public report.'),
  sections: z.array(z.enum(reportSections)).max(reportSections.length),
  marks: z.array(markSchema).min(1, 'Choose at least one mark.').max(marks.length),
  /** What was kept before kinds could be left out has them all. */
  details: z
    .array(z.enum(reportDetails))
    .max(reportDetails.length)
    .default(() => [...reportDetails]),
  order: z.enum(reportOrders),
  look: z.enum(reportLooks),
  since: z.int().min(1).nullable(),
});
