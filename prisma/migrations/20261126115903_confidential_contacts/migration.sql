-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "contactId" UUID;

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "visibleToIds" UUID[],
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Contact_teamId_createdAt_idx" ON "Contact"("teamId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Evidence_contactId_idx" ON "Evidence"("contactId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
