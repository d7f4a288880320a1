export { bringBackDoor as POST } from '@/lib/server/bring-back/bring-back-door';
