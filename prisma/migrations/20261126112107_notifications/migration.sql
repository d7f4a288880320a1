-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "annotationId" UUID,
    "replyId" UUID,
    "seq" INTEGER NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailQueuedAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationSetting" (
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "mutedKinds" TEXT[],
    "mail" TEXT NOT NULL DEFAULT 'instant',

    CONSTRAINT "NotificationSetting_pkey" PRIMARY KEY ("teamId","userId")
);

-- CreateTable
CREATE TABLE "ArticleMute" (
    "userId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleMute_pkey" PRIMARY KEY ("userId","articleId")
);

-- CreateIndex
CREATE INDEX "Notification_userId_teamId_at_id_idx" ON "Notification"("userId", "teamId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notification_articleId_seq_userId_key" ON "Notification"("articleId", "seq", "userId");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationSetting" ADD CONSTRAINT "NotificationSetting_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationSetting" ADD CONSTRAINT "NotificationSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleMute" ADD CONSTRAINT "ArticleMute_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleMute" ADD CONSTRAINT "ArticleMute_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say.
ALTER TABLE "Notification"
  ADD CONSTRAINT "Notification_kind_check" CHECK ("kind" IN ('mention', 'author_query', 'query_answered', 'reply',
    'assignment', 'second_check', 'dispute', 'decision', 'sign_off_undone')),
  ADD CONSTRAINT "Notification_mailed_check" CHECK ("mailedAt" IS NULL OR "mailQueuedAt" IS NOT NULL);
ALTER TABLE "NotificationSetting"
  ADD CONSTRAINT "NotificationSetting_mail_check" CHECK ("mail" IN ('instant', 'daily', 'none'));

-- A mention notifies once, however often the reply is changed.
CREATE UNIQUE INDEX "Notification_mention_key" ON "Notification"("replyId", "userId") WHERE "kind" = 'mention';
-- The number beside the inbox.
CREATE INDEX "Notification_unread_idx" ON "Notification"("userId", "teamId", "at" DESC, "id" DESC) WHERE "readAt" IS NULL;
-- What may have to go out by e-mail.
CREATE INDEX "Notification_unqueued_idx" ON "Notification"("at") WHERE "mailQueuedAt" IS NULL;
