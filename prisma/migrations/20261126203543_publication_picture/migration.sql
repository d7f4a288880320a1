-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "picture" BYTEA;
