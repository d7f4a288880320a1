import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './paths';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      optional: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const found = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), ...facts }));

/** What asks of us no more than to name it, or to give its own source along with changes to it. */
const accepted = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'Zlib', 'OFL-1.1', 'MPL-2.0', 'EPL-2.0'],
  'LGPL-3.0-or-later',
];
/** Says what it is under in its files and not in its manifest: both MIT. */
const saysSoElsewhere = ['png-js', 'seq-queue'];

/** Whether a licence is accepted: of several that one may choose from, one; of several that hold together, all. */
function isAccepted(license: string): boolean {
  const words = license.replace(/[()]/g, '');
  return words
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((one) => accepted.includes(one.trim())));
}

describe('the packages that Galley stands on', () => {
  it('are pinned to one version each, by the hash of what is installed', () => {
    const direct = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(
      Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([]);
    const unproven = found.filter(
      ({ integrity, optional }) => !integrity?.startsWith('sha512-') && !optional,
    );
    expect(unproven.map(({ name }) => name)).toEqual([]);
  });

  it('have licences that let a newsroom use and change them', () => {
    const wrong = found.filter(
      ({ name, license, optional }) =>
        !(license === undefined ? optional === true || saysSoElsewhere.includes(name) : isAccepted(license)),
    );
    expect(wrong.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
    expect([
      isAccepted('MIT OR GPL-3.0-only'),
      isAccepted('MIT AND GPL-3.0-only'),
      isAccepted('SSPL-1.0'),
    ]).toEqual([true, false, false]);
  });

  it('run a script of their own at installation only where that was allowed', () => {
    const scripted = found.filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(scripted.length).toBeGreaterThan(0);
    const unasked = scripted.filter(({ name }) => manifest.allowScripts[name] === undefined);
    expect(unasked.map(({ name }) => name)).toEqual([]);
  });
});
