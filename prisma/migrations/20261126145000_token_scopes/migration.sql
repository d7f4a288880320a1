-- AlterTable
ALTER TABLE "ApiToken" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "scope" TEXT NOT NULL DEFAULT 'admin';

-- What Prisma's schema cannot say.
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_scope" CHECK ("scope" IN ('read', 'annotate', 'admin'));
