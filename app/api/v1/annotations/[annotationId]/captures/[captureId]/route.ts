export { DELETE, GET } from '@/app/api/annotations/[annotationId]/captures/[captureId]/route';
