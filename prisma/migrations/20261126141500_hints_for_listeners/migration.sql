-- Listeners hear at commit that something may have changed, whoever changed it. The tables stay the truth.

-- Whose access may have changed: sessions, tokens, places in teams, and what a team asks of its owners.
CREATE FUNCTION "tell_access_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Team' THEN
    PERFORM pg_notify('access_changes', '');
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM pg_notify('access_changes', OLD."userId"::text);
  ELSE
    PERFORM pg_notify('access_changes', NEW."userId"::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "AuthSession_tell" AFTER DELETE OR UPDATE OF "endedAt", "version", "teamId" ON "AuthSession" FOR EACH ROW EXECUTE FUNCTION "tell_access_change"();
CREATE TRIGGER "ApiToken_tell" AFTER DELETE OR UPDATE OF "revokedAt" ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION "tell_access_change"();
CREATE TRIGGER "Membership_tell" AFTER DELETE OR UPDATE OF "role", "disabledAt" ON "Membership" FOR EACH ROW EXECUTE FUNCTION "tell_access_change"();
CREATE TRIGGER "Team_tell" AFTER UPDATE OF "ownersNeedSecondFactor" ON "Team" FOR EACH ROW EXECUTE FUNCTION "tell_access_change"();

-- Whose own counts may have changed: what is unread, and what is put aside in one's queue.
CREATE FUNCTION "tell_person_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid;
BEGIN
  FOR person IN SELECT DISTINCT "userId" FROM "touched" LOOP
    PERFORM pg_notify('person_changes', person::text);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "Notification_tell_new" AFTER INSERT ON "Notification" REFERENCING NEW TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "tell_person_change"();
CREATE TRIGGER "Notification_tell_read" AFTER UPDATE ON "Notification" REFERENCING NEW TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "tell_person_change"();
CREATE TRIGGER "Snooze_tell_new" AFTER INSERT ON "Snooze" REFERENCING NEW TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "tell_person_change"();
CREATE TRIGGER "Snooze_tell_gone" AFTER DELETE ON "Snooze" REFERENCING OLD TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "tell_person_change"();
