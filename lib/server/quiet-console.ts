import 'server-only';
import { type LogFields, log } from './log';

const methods = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir'] as const;

/** What is replaced: the methods of a console. */
export type Printing = Record<(typeof methods)[number], (...parts: unknown[]) => void>;

/**
 * Takes from a console what others print on it: the framework prints an error with its message, which may quote a text, a
 * query or a header. An error becomes a line of the log, by its class and place; words alone are not kept, unless they
 * warn: then that something was said.
 */
export function quietConsole(
  target: Printing = console,
  write: (fields: LogFields) => void = (fields) => log.warn('Something was printed, and left out', fields),
): void {
  for (const method of methods) {
    const warns = method === 'error' || method === 'warn';
    target[method] = (...parts) => {
      const error = parts.find((part) => part instanceof Error);
      if (warns || error !== undefined) write(error === undefined ? {} : { error });
    };
  }
}
