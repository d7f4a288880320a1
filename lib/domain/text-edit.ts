import { z } from 'zod';

/** One replacement in a text as the edit before left it: `from` to `to` (UTF-16 code units) became `inserted`. */
export const textEditSchema = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(0),
  inserted: z.string(),
});
/** So many single edits of one revision are told apart; more are no help over comparing the texts. */
export const maxTextEdits = 20_000;

export type TextEdit = Readonly<z.infer<typeof textEditSchema>>;
