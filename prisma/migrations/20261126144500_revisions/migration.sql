-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "drift" JSONB,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'imported';

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "anchorBefore" TEXT;

-- What Prisma's schema cannot say.
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_source_known" CHECK ("source" IN ('imported', 'pasted', 'file', 'address', 'edited', 'wording', 'appended', 'api'));
