import { z } from 'zod';
import { type Instant, idSchema } from './ids';

/** Most people who may see one contact. */
const mostReaders = 50;

/** Who a confidential contact is, and who may know. Whoever writes it down always may. */
export const contactFieldsSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the contact a name, or what you call them.').max(300),
  /** How to reach them, what was agreed. */
  details: z.string().trim().max(10_000),
  visibleToIds: z.array(idSchema).max(mostReaders, `At most ${mostReaders} people can see a contact.`),
});
export type ContactFields = Readonly<z.infer<typeof contactFieldsSchema>>;

/** A confidential contact as somebody sees it who may. Everybody else sees only that there is one. */
export type Contact = ContactFields & {
  readonly id: string;
  readonly createdById: string;
  readonly createdAt: Instant;
  readonly version: number;
  /** How many pieces of evidence name it. */
  readonly uses: number;
};
