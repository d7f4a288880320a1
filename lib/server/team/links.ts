import 'server-only';
import { env } from '../env';

/** The links that people copy and send. Each opens one thing, once, until it expires. */
export const invitationDays = 7;
export const resetMinutes = 60;

/** The address at which an invitation is accepted. */
export function invitationUrl(token: string): string {
  return `${env.PUBLIC_URL}/invitation?token=${token}`;
}

/** The address at which a new password is set. */
export function resetUrl(token: string): string {
  return `${env.PUBLIC_URL}/reset?token=${token}`;
}

/** The moment so many days from `now`. */
export function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

/** The moment so many minutes from `now`. */
export function minutesFrom(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
