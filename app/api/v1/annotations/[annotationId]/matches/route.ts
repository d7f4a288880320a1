export { GET } from '@/app/api/annotations/[annotationId]/matches/route';
