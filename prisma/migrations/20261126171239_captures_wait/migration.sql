-- DropIndex
DROP INDEX "Capture_evidenceId_capturedAt_id_idx";

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "recheckDays" INTEGER;

-- AlterTable
ALTER TABLE "Capture" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "hasReopened" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "host" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "isGone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isScheduled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "nextAt" TIMESTAMPTZ(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "capturedAt" DROP NOT NULL;

-- What was fetched so far had come when it was asked for.
UPDATE "Capture" SET "askedAt" = "capturedAt";
ALTER TABLE "Capture" ALTER COLUMN "askedAt" SET NOT NULL;

-- CreateIndex
CREATE INDEX "Capture_evidenceId_askedAt_id_idx" ON "Capture"("evidenceId", "askedAt" DESC, "id");

-- What Prisma's schema cannot say.
ALTER TABLE "Team" ADD CONSTRAINT "Team_recheckDays" CHECK ("recheckDays" IN (1, 7, 30));
ALTER TABLE "Capture"
  ADD CONSTRAINT "Capture_waits_or_came" CHECK (("capturedAt" IS NULL) = ("nextAt" IS NOT NULL)),
  ADD CONSTRAINT "Capture_reopened_by_gone" CHECK ("isGone" OR NOT "hasReopened");
-- One look at a time for a piece of evidence, and what waits is found without reading the rest.
CREATE UNIQUE INDEX "Capture_waiting_key" ON "Capture"("evidenceId") WHERE "capturedAt" IS NULL;
CREATE INDEX "Capture_due_idx" ON "Capture"("nextAt") WHERE "capturedAt" IS NULL;
CREATE INDEX "Capture_host_capturedAt_idx" ON "Capture"("host", "capturedAt" DESC);
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_kind_check";
ALTER TABLE "Notification"
  ADD CONSTRAINT "Notification_kind_check" CHECK ("kind" IN ('mention', 'author_query', 'query_answered', 'reply',
    'assignment', 'second_check', 'dispute', 'decision', 'sign_off_undone', 'session_invitation', 'vote_called',
    'quote_gone'));
