export { GET, POST } from '@/app/api/annotations/[annotationId]/captures/route';
