export { GET } from '@/app/api/sessions/[sessionId]/export/route';
