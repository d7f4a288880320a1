-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "sourceId" UUID;

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT,
    "type" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "independenceGroup" TEXT,
    "note" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Source_teamId_changedAt_id_idx" ON "Source"("teamId", "changedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Evidence_sourceId_idx" ON "Evidence"("sourceId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Source" ADD CONSTRAINT "Source_tier_known" CHECK ("tier" IN ('primary', 'secondary', 'tertiary'));
ALTER TABLE "Source" ADD CONSTRAINT "Source_title_given" CHECK ("title" <> '');
