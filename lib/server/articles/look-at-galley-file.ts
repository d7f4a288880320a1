import 'server-only';
import type { z } from 'zod';
import type { galleyLookShape } from '../api/shapes';
import { readGalleyFile } from '../imports/run-parser';
import { proofOfFile } from '../reports/proof-of-file';

/** What an exported article holds, and whether the file is as a Galley signed it. Throws INVALID, TOO_LARGE. */
export async function lookAtGalleyFile(
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<z.output<typeof galleyLookShape>> {
  const [file, proof] = await Promise.all([readGalleyFile(bytes, { signal }), proofOfFile(bytes)]);
  return {
    proof,
    team: file.team,
    title: file.article.title,
    revision: file.revision.number,
    annotations: file.annotations.length,
    isWhole: file.whole !== null,
  };
}
