/** Tells what would be lost by signing out now, in a sentence; absent when nothing would. */
export type SignOutGuard = () => string | undefined;

const guards = new Set<SignOutGuard>();

/** Asks this guard before every sign-out, until the returned function is called. */
export function guardSignOut(guard: SignOutGuard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

/** What every guard objects to signing out now. */
export function objectionsToSignOut(): readonly string[] {
  return [...guards].map((guard) => guard()).filter((sentence) => sentence !== undefined);
}
