import type { CheckedReport } from './report-proof';

/**
 * Whether a file that is to come in is as a Galley signed it: whose key it was (the first 16 characters, 96 bits, of the
 * one that the page "Check a report" shows whole), for which team, and when. `forged` is a signature that fits nothing.
 */
export type FileProof =
  | { readonly outcome: 'unsigned' | 'forged' }
  | {
      readonly outcome: 'genuine' | 'altered';
      readonly isOurs: boolean;
      readonly fingerprint: string;
      readonly team: string;
      readonly madeAt: string;
    };

/** What a check found, for whoever decides whether to let the file in. `ownKey` is the key of this instance. */
export function fileProofOf(checked: CheckedReport, ownKey: string): FileProof {
  const { outcome } = checked;
  if (outcome === 'unsigned' || outcome === 'forged') return { outcome };
  const { team, madeAt } = checked.statement;
  return { outcome, isOurs: checked.key === ownKey, fingerprint: fingerprintOf(checked.key), team, madeAt };
}

/** The part of a key by which a person tells it from others. */
export const fingerprintOf = (key: string): string => key.slice(0, 16);
