-- CreateTable
CREATE TABLE "Capture" (
    "id" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "status" INTEGER,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "match" JSONB,
    "failure" TEXT,
    "capturedById" UUID NOT NULL,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Capture_evidenceId_capturedAt_id_idx" ON "Capture"("evidenceId", "capturedAt" DESC, "id");

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_status" CHECK ("status" BETWEEN 100 AND 599);
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_hash" CHECK ("hash" = '' OR "hash" ~ '^[0-9a-f]{64}$');
