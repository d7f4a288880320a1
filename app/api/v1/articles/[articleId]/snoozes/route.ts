export { PUT } from '@/app/api/articles/[articleId]/snoozes/route';
