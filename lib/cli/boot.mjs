/*
 * The first file that runs, on whatever Node the host has, before any package is there: it installs the packages
 * when they are missing or old, then hands over to `lib/cli/<command>.ts` on the Node that Galley brings along.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const installLock = join(root, '.galley', 'install.pid');
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const LONG_RUNNING = ['start', 'dev', 'test'];

const [command = '', ...args] = process.argv.slice(2);
await main();

async function main() {
  refuseOldNode();
  const file = join(root, 'lib', 'cli', `${command}.ts`);
  if (!/^[a-z]+$/.test(command) || !existsSync(file)) {
    stop(`There is no command "${command}". See "npm run" for those that exist.`);
  }
  if (!isInstalled()) await install();
  handOver(file);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Galley needs Node 20.19 or newer to begin, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  );
}

/** True when every package of the lockfile is there in that version (npm leaves its own record in node_modules). */
function isInstalled() {
  if (!existsSync(ownNode)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, wantedPackage]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? wantedPackage.optional === true : found.version === wantedPackage.version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined; // absent or cut off: the same as not installed
  }
}

async function install() {
  mkdirSync(join(root, '.galley'), { recursive: true });
  refuseUnderRunningGalley();
  while (!takeInstallLock()) {
    const pid = installerPid();
    if (pid !== undefined && command === 'start' && !isShared()) {
      stop(`Galley is already starting in this folder: process ${pid} is installing its packages.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  try {
    if (isInstalled()) return; // somebody else just did it
    console.log('Installing packages (about a minute, only this once) …');
    runNpmCi();
  } finally {
    rmSync(installLock, { force: true });
  }
}

function refuseUnderRunningGalley() {
  const folder = join(root, '.galley');
  for (const name of readdirSync(folder).filter((file) => /^run(-\d+)?\.json$/.test(file))) {
    try {
      const { pid, phase } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (commandLine(pid).includes('lib/cli/') && !(phase === 'starting' && isShared())) {
        stop(
          `The packages of Galley changed while it runs (process ${pid}). Stop it first, then run this again.`,
        );
      }
    } catch {
      // cut off or gone: nothing runs there
    }
  }
}

/** Several may be started together on a database of the operator's own: they wait for the one that installs. */
function isShared() {
  return [process.env.DATABASE_URL, process.env.DATABASE_URL_FILE].some((value) => (value ?? '') !== '');
}

function takeInstallLock() {
  const mine = `${installLock}.${process.pid}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, installLock); // atomic: the lock never exists without its owner in it
    return true;
  } catch {
    if (installerPid() === undefined) rmSync(installLock, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The process that is installing, or undefined when the lock was left behind by one that died. */
function installerPid() {
  try {
    const pid = Number(readFileSync(installLock, 'utf8'));
    return commandLine(pid).includes('boot.mjs') ? pid : undefined;
  } catch {
    return undefined;
  }
}

function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

function runNpmCi() {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false', '--include=dev'];
  const npm = process.env.npm_execpath ?? '';
  const [program, first] = npm.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(program, [...first, 'ci', ...quiet], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) {
    rmSync(installLock, { force: true });
    stop('The packages could not be installed: npm says why above. Check the connection and try again.');
  }
  if (!existsSync(ownNode)) {
    rmSync(installLock, { force: true });
    stop(
      'npm installed the packages but not the Node they bring along, because install scripts are switched off. Run "npm config set ignore-scripts false" and try again.',
    );
  }
}

function handOver(file) {
  const flags = ['--disable-warning=ExperimentalWarning', '--conditions=react-server', '--import', 'tsx'];
  const child = spawn(ownNode, [...flags, file, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (LONG_RUNNING.includes(command)) followNpm(child);
  child.on('error', (error) => stop(`Galley's own Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

/** npm killed with -9 cannot tell us; that we, or the shell between npm and us, have a new parent does. */
function followNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = commandLine(process.ppid).includes('boot.mjs') ? process.ppid : undefined;
  const ancestry = () => `${process.ppid} ${shell === undefined ? '' : parentOf(shell)}`;
  const before = ancestry();
  setInterval(() => {
    if (ancestry() !== before) child.kill('SIGTERM');
  }, 500).unref();
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return (spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
  }
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
