-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "direction" TEXT;

-- Only the two; absent where nothing is known.
ALTER TABLE "Article" ADD CONSTRAINT "Article_direction_known" CHECK ("direction" IN ('ltr', 'rtl'));
