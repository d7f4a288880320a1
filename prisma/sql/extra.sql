
-- What Prisma's schema cannot say.

ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role_known" CHECK ("role" IN ('owner', 'editor', 'reviewer', 'viewer'));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_role_known" CHECK ("role" IN ('owner', 'editor', 'reviewer', 'viewer'));
ALTER TABLE "User" ADD CONSTRAINT "User_email_normal" CHECK ("email" = lower("email"));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_mark_known" CHECK ("mark" IN ('claim', 'opinion', 'sourced_fact', 'no_fact'));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_passage_not_empty" CHECK ("start" >= 0 AND "start" < "end");
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_anchor_state_known" CHECK ("anchorState" IN ('exact', 'moved', 'touched', 'orphaned'));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_certainty_share" CHECK ("certainty" BETWEEN 0 AND 1);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_tier_known" CHECK ("tier" IN ('primary', 'secondary', 'tertiary'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_stance_known" CHECK ("stance" IN ('supports', 'refutes', 'mixed', 'context'));
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_priority_known" CHECK ("priority" IN ('low', 'normal', 'high', 'urgent'));
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_looked_whole" CHECK (("lookedAt" IS NULL) = ("lookedById" IS NULL) AND ("lookedAt" IS NULL) = ("lookedNote" IS NULL));
ALTER TABLE "Article" ADD CONSTRAINT "Article_counts_sane" CHECK ("decidedCount" BETWEEN 0 AND "sentenceCount" AND "annotationCount" >= 0 AND "openFlagCount" >= 0);
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_sentences_paired" CHECK (cardinality("sentenceStarts") = cardinality("sentenceEnds"));

-- An annotation has at most one open flag.
CREATE UNIQUE INDEX "Flag_one_open" ON "Flag" ("annotationId") WHERE "lookedAt" IS NULL;

-- The live marks of an article, for coverage and for loading.
CREATE INDEX "Annotation_live" ON "Annotation" ("articleId", "start", "end") WHERE "deletedAt" IS NULL;

-- The review queue: open flags of a team in order.
CREATE INDEX "Flag_queue" ON "Flag" ("teamId", "raisedAt", "id") WHERE "lookedAt" IS NULL;

-- Search in the list of articles: words of headline and byline, and of the text.
CREATE INDEX "Article_words" ON "Article" USING gin (to_tsvector('simple', "title" || ' ' || coalesce("byline", '')));
CREATE INDEX "Revision_words" ON "Revision" USING gin (to_tsvector('simple', "text")) WHERE length("text") < 900000;

-- The record is append-only. The one exception: a body may be emptied when its article is erased.
CREATE FUNCTION "refuse_change_of_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'ArticleEvent' AND TG_OP = 'UPDATE' THEN
    IF NEW."body" IS NULL AND to_jsonb(NEW) - 'body' = to_jsonb(OLD) - 'body'
       AND EXISTS (SELECT 1 FROM "Article" WHERE "id" = OLD."articleId" AND "deletedAt" IS NOT NULL) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The record is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER "ArticleEvent_append_only" BEFORE UPDATE OR DELETE ON "ArticleEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "ArticleEvent_no_truncate" BEFORE TRUNCATE ON "ArticleEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
