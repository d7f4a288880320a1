-- CreateTable
CREATE TABLE "ReplyRequest" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "askedOn" DATE NOT NULL,
    "way" TEXT NOT NULL,
    "deadlineOn" DATE,
    "answer" JSONB,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReplyRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReplyRequest_articleId_askedOn_createdAt_id_idx" ON "ReplyRequest"("articleId", "askedOn", "createdAt", "id");

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_way_known" CHECK ("way" IN ('email', 'phone', 'letter', 'in_person', 'message'));
