-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "reusedFromId" UUID;

-- What Prisma's schema cannot say.
-- Likeness of words by their groups of three letters. The extension comes with Postgres; since version 13 the owner of a
-- database may create it.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
  RAISE EXCEPTION 'Galley needs the Postgres extension pg_trgm to find similar claims, and may not create it here. Ask who runs this database for: CREATE EXTENSION pg_trgm';
END
$$;
-- Earlier claims with the same words.
CREATE INDEX "Annotation_claim_words" ON "Annotation" USING gin ("words_of"("exact")) WHERE "deletedAt" IS NULL AND "mark" IN ('claim', 'sourced_fact') AND length("exact") < 20000;
-- Earlier claims spelled much the same.
CREATE INDEX "Annotation_claim_trigrams" ON "Annotation" USING gin ("exact" gin_trgm_ops) WHERE "deletedAt" IS NULL AND "mark" IN ('claim', 'sourced_fact') AND length("exact") < 20000;
-- The queue counts its parts from the index alone.
DROP INDEX "Annotation_in_check";
CREATE INDEX "Annotation_in_check" ON "Annotation" ("articleId", "status", "id")
INCLUDE ("assigneeId", "holderId", "proposerId", "dueAt", "checkPriority", "createdAt", "mark", "deletedAt")
WHERE "deletedAt" IS NULL AND "mark" IN ('claim', 'sourced_fact') AND "status" <> 'signed_off' AND ("status" <> 'unchecked' OR "dueAt" IS NOT NULL);
