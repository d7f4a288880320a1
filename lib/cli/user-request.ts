import { parseArgs } from 'node:util';
import { z } from 'zod';
import { emailSchema, personNameSchema, roleSchema, roles } from '@/lib/domain/team';
import { type TokenScope, tokenScopes } from '@/lib/domain/token-scope';
import { CommandError } from './command';

/** What `npm run user` was asked to do. */
export type UserRequest =
  | {
      readonly action: 'create';
      readonly email: string;
      readonly name: string;
      readonly role: (typeof roles)[number];
      readonly passwordFromStdin: boolean;
    }
  | { readonly action: 'reset' | 'disable'; readonly email: string };

/** What `npm run token` was asked to do. */
export type TokenRequest = { readonly email: string; readonly name: string; readonly scope: TokenScope };

const USER_USAGE = `Use one of:
  npm run user -- create --email ada@example.org --name "Ada Lovelace" --role ${roles.join('|')} [--password-stdin]
  npm run user -- reset --email ada@example.org
  npm run user -- disable --email ada@example.org`;
const TOKEN_USAGE =
  'Use: npm run token -- create --email ada@example.org --name "What the token is for" [--scope read|annotate|admin]';

/** Reads the words after `npm run user --`. Throws CommandError that says what is missing. */
export function readUserRequest(args: readonly string[]): UserRequest {
  const { action, values } = readWords(args, ['create', 'reset', 'disable'], USER_USAGE);
  if (values.scope !== undefined) throw new CommandError(`--scope is for tokens only.\n${USER_USAGE}`);
  const email = readEmail(values.email, USER_USAGE);
  if (action !== 'create') {
    if (values.name !== undefined || values.role !== undefined || values['password-stdin'] === true) {
      throw new CommandError(`"${action}" needs --email only.\n${USER_USAGE}`);
    }
    return { action: action === 'reset' ? 'reset' : 'disable', email };
  }
  const name = readName(values.name, 'person', USER_USAGE);
  const role = roleSchema.safeParse(values.role);
  if (!role.success) throw new CommandError(`--role must be one of ${roles.join(', ')}.\n${USER_USAGE}`);
  return { action, email, name, role: role.data, passwordFromStdin: values['password-stdin'] === true };
}

/** Reads the words after `npm run token --`. Throws CommandError that says what is missing. */
export function readTokenRequest(args: readonly string[]): TokenRequest {
  const { values } = readWords(args, ['create'], TOKEN_USAGE);
  if (values.role !== undefined || values['password-stdin'] === true) {
    throw new CommandError(`A token has the rights of its person: there is no such option.\n${TOKEN_USAGE}`);
  }
  const scope = z.enum(tokenScopes).safeParse(values.scope ?? 'admin');
  if (!scope.success)
    throw new CommandError(`--scope must be one of ${tokenScopes.join(', ')}.\n${TOKEN_USAGE}`);
  const email = readEmail(values.email, TOKEN_USAGE);
  return { email, name: readName(values.name, 'token', TOKEN_USAGE), scope: scope.data };
}

function readWords<Action extends string>(
  args: readonly string[],
  actions: readonly Action[],
  usage: string,
) {
  const { positionals, values } = parseWords(args, usage);
  const action = actions.find((known) => known === positionals[0]);
  if (action === undefined || positionals.length !== 1) throw new CommandError(usage);
  return { action, values };
}

function parseWords(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        scope: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\n${usage}`);
  }
}

function readEmail(text: string | undefined, usage: string): string {
  const email = emailSchema.safeParse(text ?? '');
  if (email.success) return email.data;
  throw new CommandError(`--email must be a whole e-mail address.\n${usage}`);
}

function readName(text: string | undefined, thing: string, usage: string): string {
  const name = personNameSchema.safeParse(text ?? '');
  if (name.success) return name.data;
  throw new CommandError(`--name must name the ${thing}, with at most 120 characters.\n${usage}`);
}
