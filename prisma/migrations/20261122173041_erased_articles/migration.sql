-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "ArticleEvent_articleId_actorId_seq_idx" ON "ArticleEvent"("articleId", "actorId", "seq");
