export { GET } from '@/app/api/sources/[sourceId]/uses/route';
