export { DELETE, PUT } from '@/app/api/queue/views/[viewId]/route';
