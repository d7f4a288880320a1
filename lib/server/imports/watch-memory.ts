import 'server-only';
import { readFileSync } from 'node:fs';

const everyMs = 100;
const pageBytes = 4_096;

/**
 * Calls `onExcess` once a process takes more memory than `limitBytes`, buffers outside of JavaScript's own heap
 * included. Returns how to stop watching. Where the system does not tell (not Linux), only the heap's limit holds.
 */
export function watchMemory(pid: number | undefined, limitBytes: number, onExcess: () => void): () => void {
  const clock = setInterval(() => {
    const bytes = residentBytes(pid);
    if (bytes <= limitBytes) return;
    clearInterval(clock);
    onExcess();
  }, everyMs);
  return () => clearInterval(clock);
}

function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes;
  } catch {
    // It has ended, or the system has no such file.
    return 0;
  }
}
