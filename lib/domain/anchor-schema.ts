import { z } from 'zod';
import { anchorStates } from './anchor';

/** The fields of an anchor without the revision that it counts in, as files and commands carry it. */
export const anchorShape = {
  start: z.int().min(0),
  end: z.int().min(1),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  state: z.enum(anchorStates),
  drift: z.string().nullable(),
  method: z.string().max(100),
  certainty: z.number().min(0).max(1),
  before: z.string().optional(),
};
