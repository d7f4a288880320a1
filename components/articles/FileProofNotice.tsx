import type { FileProof } from '@/lib/exchange/file-proof';
import { fileProof as words } from '../messages/file-proof';
import { Notice } from '../ui/Notice';

type FileProofNoticeProps = {
  readonly proof: FileProof | 'unsupported';
  /** It is meant to be changed: it went out and comes back. */
  readonly isReturned?: boolean;
};

/** Whether a file is as a Galley signed it, in one sentence. What was changed is a warning, not a refusal. */
export function FileProofNotice({ proof, isReturned = false }: FileProofNoticeProps) {
  if (proof === 'unsupported') return <Said>{words.unsupported}</Said>;
  switch (proof.outcome) {
    case 'unsigned':
      return <Said>{words.unsigned}</Said>;
    case 'forged':
      return <Notice tone="warn">{words.forged}</Notice>;
    case 'genuine':
      return (
        <Notice tone={proof.isOurs ? 'ok' : 'plain'}>
          {words.genuine(proof.isOurs, proof.team, proof.fingerprint)}
        </Notice>
      );
    case 'altered':
      return isReturned ? (
        <Said>{words.returned}</Said>
      ) : (
        <Notice tone="warn">{words.altered(proof.isOurs, proof.team, proof.fingerprint)}</Notice>
      );
  }
}

const Said = ({ children }: { readonly children: string }) => (
  <p className="text-sm text-ink-2">{children}</p>
);
