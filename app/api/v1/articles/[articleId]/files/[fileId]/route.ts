export { GET } from '@/app/api/articles/[articleId]/files/[fileId]/route';
