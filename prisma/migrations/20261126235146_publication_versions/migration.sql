-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "PublicationVersion" (
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "teamId" UUID NOT NULL,
    "html" TEXT,
    "bytes" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "goneAt" TIMESTAMPTZ(3),
    "goneBecause" TEXT,

    CONSTRAINT "PublicationVersion_pkey" PRIMARY KEY ("articleId","number")
);

-- AddForeignKey
ALTER TABLE "PublicationVersion" ADD CONSTRAINT "PublicationVersion_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Publication" ADD CONSTRAINT "Publication_number" CHECK ("number" >= 1);
ALTER TABLE "PublicationVersion" ADD CONSTRAINT "PublicationVersion_values" CHECK (
  "number" >= 1 AND "bytes" >= 0 AND "seq" >= 1 AND "replacedAt" >= "publishedAt"
);
-- A page is there, or it is said since when and why it is not.
ALTER TABLE "PublicationVersion" ADD CONSTRAINT "PublicationVersion_gone" CHECK (
  ("html" IS NULL) = ("goneAt" IS NOT NULL)
  AND ("goneAt" IS NULL) = ("goneBecause" IS NULL)
  AND ("goneBecause" IS NULL OR "goneBecause" IN ('taken_away', 'withdrawn'))
);

-- What the public read then is never changed. The one exception: its page is taken away, once.
CREATE FUNCTION "refuse_change_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."goneAt" IS NULL AND NEW."html" IS NULL
     AND to_jsonb(NEW) - 'html' - 'goneAt' - 'goneBecause' = to_jsonb(OLD) - 'html' - 'goneAt' - 'goneBecause' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A published version is never changed: UPDATE on % is refused.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "PublicationVersion_unchanged" BEFORE UPDATE ON "PublicationVersion" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_version"();
