import type { HistoryKind } from './history';
import type { Instant } from './ids';

/** An address that is told of what happens on the team's articles. Its secret signs each telling. */
export type Webhook = {
  readonly id: string;
  readonly address: string;
  readonly kinds: readonly HistoryKind[];
  readonly createdAt: Instant;
  /** How many tellings wait, and how many were given up, of the last 30 days. */
  readonly waiting: number;
  readonly givenUp: number;
  readonly lastDeliveredAt: Instant | null;
};

/** One telling: delivered, waiting for a further try, or given up. */
export type WebhookDelivery = {
  readonly id: string;
  readonly type: string;
  readonly articleId: string | null;
  readonly seq: number | null;
  readonly createdAt: Instant;
  readonly tries: number;
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
  readonly deliveredAt: Instant | null;
  readonly nextAt: Instant | null;
};

/** Why a try failed. `refused`: an answer that is no success; `unreachable`: no answer. */
export const deliveryProblems = ['refused', 'unreachable'] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** Seconds until the next try after each failed one; after the eighth it is given up. About twenty hours in all. */
const waits = [10, 60, 300, 1_800, 7_200, 21_600, 43_200] as const;

/** How long to wait after so many failed tries, in seconds; undefined when it is given up. */
export function waitAfter(tries: number): number | undefined {
  return waits[tries - 1];
}
