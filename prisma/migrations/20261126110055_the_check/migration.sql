-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "blindSecondCheck" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scaleId" UUID;

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "signOff" JSONB;

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "assigneeId" UUID,
ADD COLUMN     "check" JSONB,
ADD COLUMN     "checkPriority" TEXT NOT NULL DEFAULT 'normal',
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "holderId" UUID,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "partOfId" UUID,
ADD COLUMN     "proposedAt" TIMESTAMPTZ(3),
ADD COLUMN     "proposerId" UUID,
ADD COLUMN     "repeatsId" UUID,
ADD COLUMN     "signedOffAt" TIMESTAMPTZ(3),
ADD COLUMN     "verdict" TEXT;

-- CreateTable
CREATE TABLE "VerdictScale" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VerdictScale_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedById" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "mentions" UUID[],
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "VerdictScale_teamId_idx" ON "VerdictScale"("teamId");

-- CreateIndex
CREATE INDEX "Thread_annotationId_createdAt_idx" ON "Thread"("annotationId", "createdAt");

-- CreateIndex
CREATE INDEX "Reply_threadId_createdAt_idx" ON "Reply"("threadId", "createdAt");

-- CreateIndex
CREATE INDEX "Annotation_articleId_status_idx" ON "Annotation"("articleId", "status");

-- CreateIndex
CREATE INDEX "Annotation_assigneeId_status_idx" ON "Annotation"("assigneeId", "status");

-- AddForeignKey
ALTER TABLE "VerdictScale" ADD CONSTRAINT "VerdictScale_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_status_known" CHECK ("status" IN ('unchecked', 'assigned', 'in_progress', 'awaiting_source', 'awaiting_author', 'awaiting_reply', 'proposed', 'second_check', 'signed_off', 'disputed', 'stale', 'orphaned', 'reopened'));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_outcome_known" CHECK ("outcome" IN ('confirmed', 'confirmed_with_change', 'incorrect', 'on_author', 'unverifiable', 'cut', 'not_checkable'));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_check_priority_known" CHECK ("checkPriority" IN ('low', 'normal', 'high', 'urgent'));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_links_once" CHECK ("partOfId" IS NULL OR "repeatsId" IS NULL);
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_kind_known" CHECK ("kind" IN ('discussion', 'author_query'));
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolved_whole" CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL));
-- Author queries that block a sign-off.
CREATE INDEX "Thread_open_queries" ON "Thread" ("annotationId") WHERE "kind" = 'author_query' AND "resolvedAt" IS NULL;
