import { getCsrfToken, signIn } from 'next-auth/react';
import { codeNeeded, codeWrong } from '@/lib/domain/second-factor';
import { entrance as entranceWords } from '../messages/entrance';

/** What came of an attempt to sign in: done, a code of the second factor is wanted, or refused in a sentence. */
export type Entry =
  | { readonly status: 'in' }
  | { readonly status: 'code'; readonly isWrong: boolean }
  | { readonly status: 'refused'; readonly message: string };

/** Signs in through next-auth; `code` is given once it was asked for. */
export async function enter(email: string, password: string, code?: string): Promise<Entry> {
  const words = entranceWords;
  // next-auth leaves the page when the server is away, and what was typed with it: ask first.
  if ((await getCsrfToken()) === undefined) return { status: 'refused', message: words.unreachable };
  const given = code === undefined ? { email, password } : { email, password, code };
  const answer = await signIn('credentials', { ...given, redirect: false });
  if (answer === undefined) return { status: 'refused', message: words.unreachable };
  switch (answer.error) {
    case null:
    case undefined:
      return { status: 'in' };
    case codeNeeded:
      return { status: 'code', isWrong: false };
    case codeWrong:
      return { status: 'code', isWrong: true };
    case 'CredentialsSignin':
      return { status: 'refused', message: words.signIn.wrong };
    default:
      return { status: 'refused', message: answer.error };
  }
}

/** Goes on to a page as a newly signed-in person: everything is asked for anew. */
export function goTo(path: string): void {
  window.location.assign(path);
}
