export { commandDoor as POST } from '@/lib/server/command-door';
