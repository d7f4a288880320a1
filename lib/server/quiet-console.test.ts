import { expect, test } from 'vitest';
import { allowedFields } from './log';
import { type Printing, quietConsole } from './quiet-console';

test('keeps of what others print the class and place of an error, and no word', () => {
  const printed: unknown[] = [];
  const print = (...parts: unknown[]) => void printed.push(parts);
  const target: Printing = {
    log: print,
    info: print,
    debug: print,
    warn: print,
    error: print,
    trace: print,
    dir: print,
  };
  const written: string[] = [];
  quietConsole(target, (fields) => void written.push(JSON.stringify(allowedFields(fields))));
  const error = new TypeError('Failing row contains (the heron)', { cause: new Error('the heron') });
  target.error('⨯', error);
  target.error('Failed to find Server Action "the heron"');
  target.log('the heron', error);
  target.info('the heron');
  target.dir({ note: 'the heron' });
  expect(printed).toEqual([]);
  expect(written).toHaveLength(3);
  expect(written[0]).toContain('TypeError');
  expect(written[0]).toContain('quiet-console.test.ts');
  expect(written.join()).not.toContain('heron');
});
