import type { Permission } from '@/lib/domain/policy';

/** Why something is not allowed, as the buttons want it: absent when it is. */
export function reasonOf(permission: Permission): string | undefined {
  return permission.allowed ? undefined : permission.reason;
}
