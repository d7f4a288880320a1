export { DELETE, PUT } from '@/app/api/report-presets/[presetId]/route';
