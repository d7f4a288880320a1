-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "usesAdmiraltyCode" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "archivedAddress" TEXT,
ADD COLUMN     "attribution" TEXT,
ADD COLUMN     "captureHash" TEXT,
ADD COLUMN     "credibility" INTEGER,
ADD COLUMN     "independenceGroup" TEXT,
ADD COLUMN     "isConfidential" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reliability" TEXT;

-- What Prisma's schema cannot say.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_reliability_known" CHECK ("reliability" IN ('A', 'B', 'C', 'D', 'E', 'F'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_credibility_known" CHECK ("credibility" BETWEEN 1 AND 6);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_attribution_known" CHECK ("attribution" IN ('on_the_record', 'on_background', 'not_for_attribution', 'off_the_record'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_capture_hash_is_sha256" CHECK ("captureHash" ~ '^[0-9a-f]{64}$');
