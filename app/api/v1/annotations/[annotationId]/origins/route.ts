export { GET } from '@/app/api/annotations/[annotationId]/origins/route';
