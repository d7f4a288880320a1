import type { Command } from '@/lib/domain/commands';
import type { Instant } from '@/lib/domain/ids';
import type { DeviceTrouble } from './device';
import type { Draft } from './drafts';

/**
 * Where one's work stands. `waiting` counts changes that the server has not acknowledged, `kept` those of them that
 * would outlive this page on the device; `savedAt` is the last acknowledgement of this visit. `slow`: no answer for a
 * while; `busy`: the server cannot now; `lost`: the article is gone, or one may not see it any more. `trouble`: why
 * nothing can be kept on this device.
 */
export type SaveState = {
  readonly kind: 'saved' | 'saving' | 'slow' | 'offline' | 'busy' | 'signed-out' | 'lost';
  readonly waiting: number;
  readonly kept: number;
  readonly savedAt: Instant | null;
  readonly trouble: DeviceTrouble | undefined;
  /** What earlier pages had left on this device, until a person has seen it. */
  readonly recovered: Recovered | undefined;
};

/** Changes that are being sent now, unfinished drafts, and how many changes of other articles are being sent too. */
export type Recovered = {
  readonly commands: readonly Command[];
  readonly drafts: readonly Draft[];
  readonly elsewhere: number;
};
