-- Postgres takes every character beyond ASCII for a letter where the database's character type is C: a word in curly
-- quotes was found only with its quotes. Such punctuation now counts as a space.

CREATE FUNCTION "words_of"("text" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig, translate("text",
  U&'\00A0\00A1\00AB\00B7\00BB\00BF\2010\2011\2012\2013\2014\2015\2018\2019\201A\201C\201D\201E\2022\2026\2039\203A\3001\3002\300C\300D\FF01\FF08\FF09\FF0C\FF1A\FF1B\FF1F',
  '                                 '));

DROP INDEX "Article_words";
DROP INDEX "Revision_words";
CREATE INDEX "Article_words" ON "Article" USING gin ("words_of"("title" || ' ' || coalesce("byline", '')));
CREATE INDEX "Revision_words" ON "Revision" USING gin ("words_of"("text")) WHERE length("text") < 900000;
