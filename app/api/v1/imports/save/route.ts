export { POST } from '@/app/api/imports/save/route';
