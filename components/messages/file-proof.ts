import type { FileProof } from '@/lib/exchange/file-proof';

/** Words on whether a file that is to come in is as a Galley signed it. */
export const fileProof = {
  genuine: (isOurs: boolean, team: string, fingerprint: string) =>
    isOurs
      ? 'This file is as this Galley signed it.'
      : `This file is as another Galley signed it, for ${team} (key ${fingerprint}…). Ask them whether this key is theirs.`,
  altered: (isOurs: boolean, team: string, fingerprint: string) =>
    `This file was changed after ${isOurs ? 'this Galley' : `another Galley, for ${team},`} signed it (key ${fingerprint}…). What it says may not be what they wrote: compare it with the original before you rely on it.`,
  returned: 'This file was changed since a Galley signed it, as one that comes back is.',
  forged: 'The signature in this file does not fit. Nothing says that it comes from a Galley.',
  unsigned: 'This file carries no signature: nothing proves where it comes from.',
  unsupported: 'This browser cannot check whether the file is as it was signed.',
};

/** The same in a few words, where many files stand in a list. */
export function shortProof(proof: FileProof | 'unsupported'): string {
  if (proof === 'unsupported') return 'signature not checked';
  switch (proof.outcome) {
    case 'genuine':
      return proof.isOurs
        ? 'as this Galley signed it'
        : `signed by another Galley, key ${proof.fingerprint}…`;
    case 'altered':
      return 'changed after it was signed: compare it first';
    case 'forged':
      return 'its signature does not fit';
    case 'unsigned':
      return 'unsigned';
  }
}
