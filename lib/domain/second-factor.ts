import { z } from 'zod';

/** How many recovery codes a person is given at once. */
export const recoveryCodeCount = 10;

/** What sign-in answers instead of a sentence: the password is right, and a code is wanted as well. */
export const codeNeeded = 'SecondFactorNeeded';

/** What sign-in answers instead of a sentence: the password is right, and the code is not. */
export const codeWrong = 'SecondFactorWrong';

/** A code as somebody typed it: six digits from an app, or a recovery code, with whatever spaces or dashes. */
export const codeSchema = z
  .string()
  .trim()
  .min(1, 'Type a code from your authenticator app, or a recovery code.')
  .max(100, 'This is too long for a code.');

/** The six digits of an app's code; undefined when what was typed is none. */
export function digitsOf(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

/** A recovery code as it is hashed: letters and digits alone, in small letters; undefined when what was typed is none. */
export function recoveryCodeOf(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  return recoveryCodeForm.test(code) ? code : undefined;
}

/** The letters and digits of recovery codes: none that people take for another. */
export const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const recoveryCodeForm = new RegExp(`^[${recoveryAlphabet}]{12}$`);
