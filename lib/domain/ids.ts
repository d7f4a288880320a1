import { z } from 'zod';

/** A UUID in lower case. Ids are made by whoever makes the thing, so that a retry names the same thing. */
export const idSchema = z.uuid().transform((id) => id.toLowerCase());

/** An instant as ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` gives it. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export const daySchema = z.iso.date('Give the day as year-month-day, for example 2026-03-14.');
