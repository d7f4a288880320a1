-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "beatTopics" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "beatTypes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "frozenAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "goal" TEXT NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3),
    "participantIds" UUID[],
    "firstCome" BOOLEAN NOT NULL DEFAULT false,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedSeq" INTEGER NOT NULL,
    "coverageAtOpen" JSONB NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closing" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "rounds" JSONB NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_articleId_openedSeq_idx" ON "Session"("articleId", "openedSeq" DESC);

-- CreateIndex
CREATE INDEX "Ballot_articleId_id_idx" ON "Ballot"("articleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_sessionId_annotationId_key" ON "Ballot"("sessionId", "annotationId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say
CREATE UNIQUE INDEX "Session_one_under_way" ON "Session"("articleId") WHERE "closedAt" IS NULL;
ALTER TABLE "Session"
  ADD CONSTRAINT "Session_goal_given" CHECK ("goal" <> ''),
  ADD CONSTRAINT "Session_closing_whole" CHECK (("closedAt" IS NULL) = ("closing" IS NULL)),
  ADD CONSTRAINT "Session_closed_not_frozen" CHECK ("closedAt" IS NULL OR "frozenAt" IS NULL);
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_kind_check";
ALTER TABLE "Notification"
  ADD CONSTRAINT "Notification_kind_check" CHECK ("kind" IN ('mention', 'author_query', 'query_answered', 'reply',
    'assignment', 'second_check', 'dispute', 'decision', 'sign_off_undone', 'session_invitation', 'vote_called'));
