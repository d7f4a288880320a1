-- CreateTable
CREATE TABLE "ReportPreset" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "arrangement" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportPreset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportPreset_teamId_createdAt_idx" ON "ReportPreset"("teamId", "createdAt");

-- AddForeignKey
ALTER TABLE "ReportPreset" ADD CONSTRAINT "ReportPreset_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A preset is known by its name.
ALTER TABLE "ReportPreset" ADD CONSTRAINT "ReportPreset_named" CHECK ("name" <> '');
