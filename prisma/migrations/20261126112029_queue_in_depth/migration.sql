-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "look" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snooze" (
    "userId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Snooze_pkey" PRIMARY KEY ("userId","annotationId")
);

-- CreateIndex
CREATE INDEX "SavedView_teamId_userId_createdAt_idx" ON "SavedView"("teamId", "userId", "createdAt");

-- CreateIndex
CREATE INDEX "Snooze_annotationId_idx" ON "Snooze"("annotationId");

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
-- Claims whose check is under way, planned or due: the queue reads these and the open flags, never the whole archive.
CREATE INDEX "Annotation_in_check" ON "Annotation" ("articleId", "status", "id")
WHERE "deletedAt" IS NULL AND "mark" IN ('claim', 'sourced_fact') AND "status" <> 'signed_off' AND ("status" <> 'unchecked' OR "dueAt" IS NOT NULL);
-- What is finished, the latest first.
CREATE INDEX "Annotation_done" ON "Annotation" ("signedOffAt" DESC, "id" DESC) WHERE "deletedAt" IS NULL AND "status" = 'signed_off';
CREATE INDEX "Flag_looked" ON "Flag" ("teamId", "lookedAt" DESC, "id" DESC) WHERE "lookedAt" IS NOT NULL;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_named" CHECK ("name" <> '');
