import { dashboard } from '../messages/dashboard';

const words = dashboard.turnaround;
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A duration as people say it: "12 min", "3.5 h", "2.1 d". */
export function durationText(hours: number): string {
  if (hours < 1) return words.minutes(Math.round(hours * 60));
  return hours < 48 ? words.hours(number.format(hours)) : words.days(number.format(hours / 24));
}
