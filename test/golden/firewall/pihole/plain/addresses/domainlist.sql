-- Claude egress of deployment eu. For Pi-hole's gravity.db, by SQLite; let Pi-hole read its lists again afterwards.
BEGIN IMMEDIATE;
-- What an earlier revision entered. Entries of others stay, also where they name the same host.
DELETE FROM domainlist WHERE substr(comment, 1, 18) = 'pulumi-cowork eu: ';
COMMIT;
