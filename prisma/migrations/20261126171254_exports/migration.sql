-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "exportId" UUID,
ALTER COLUMN "seq" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "wish" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "share" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "problem" TEXT,
    "fileName" TEXT,
    "bytes" INTEGER,
    "sha256" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Export_articleId_askedById_createdAt_idx" ON "Export"("articleId", "askedById", "createdAt");

-- CreateIndex
CREATE INDEX "Export_teamId_sha256_idx" ON "Export"("teamId", "sha256");

-- CreateIndex
CREATE INDEX "Export_expiresAt_idx" ON "Export"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_exportId_key" ON "Notification"("exportId");

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_exportId_fkey" FOREIGN KEY ("exportId") REFERENCES "Export"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Export"
  ADD CONSTRAINT "Export_state" CHECK ("state" IN ('waiting', 'writing', 'ready', 'stopped', 'failed')),
  ADD CONSTRAINT "Export_share" CHECK ("share" BETWEEN 0 AND 100),
  ADD CONSTRAINT "Export_has_file" CHECK (("state" = 'ready') = ("sha256" IS NOT NULL)
    AND ("sha256" IS NULL) = ("fileName" IS NULL) AND ("sha256" IS NULL) = ("bytes" IS NULL)),
  ADD CONSTRAINT "Export_has_problem" CHECK (("state" = 'failed') = ("problem" IS NOT NULL)),
  ADD CONSTRAINT "Export_ended" CHECK (("state" IN ('waiting', 'writing')) = ("endedAt" IS NULL)),
  ADD CONSTRAINT "Export_leased" CHECK (("state" = 'writing') = ("leaseUntil" IS NOT NULL));
-- The next one is found without reading those that are done.
CREATE INDEX "Export_open_idx" ON "Export" ("createdAt", "id") WHERE "endedAt" IS NULL;
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_kind_check";
ALTER TABLE "Notification"
  ADD CONSTRAINT "Notification_kind_check" CHECK ("kind" IN ('mention', 'author_query', 'query_answered', 'reply',
    'assignment', 'second_check', 'dispute', 'decision', 'sign_off_undone', 'session_invitation', 'vote_called',
    'quote_gone', 'export_ready', 'export_failed')),
  -- Each is of an event or of an export, whose row may be gone by now.
  ADD CONSTRAINT "Notification_of_one" CHECK (("seq" IS NULL) = ("kind" IN ('export_ready', 'export_failed'))
    AND ("exportId" IS NULL OR "seq" IS NULL));
