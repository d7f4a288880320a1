import { getCsrfToken, signIn } from 'next-auth/react';
import { messages } from '../messages';

/** Signs in through next-auth; answers with what is wrong in a sentence, or undefined when the browser is signed in. */
export async function enter(email: string, password: string): Promise<string | undefined> {
  const words = messages.entrance;
  // next-auth leaves the page when the server is away, and what was typed with it: ask first.
  if ((await getCsrfToken()) === undefined) return words.unreachable;
  const answer = await signIn('credentials', { email, password, redirect: false });
  if (answer === undefined) return words.unreachable;
  if (answer.error === null || answer.error === undefined) return undefined;
  return answer.error === 'CredentialsSignin' ? words.signIn.wrong : answer.error;
}

/** Goes on to a page as a newly signed-in person: everything is asked for anew. */
export function goTo(path: string): void {
  window.location.assign(path);
}
