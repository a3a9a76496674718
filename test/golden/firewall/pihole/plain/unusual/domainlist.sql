-- Claude egress of deployment eu. For Pi-hole's gravity.db, by SQLite; let Pi-hole read its lists again afterwards.
BEGIN IMMEDIATE;
-- What an earlier revision entered. Entries of others stay, also where they name the same host.
DELETE FROM domainlist WHERE substr(comment, 1, 18) = 'pulumi-cowork eu: ';
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (2, '\.xn--bcher-kva\.example$', 1, 'pulumi-cowork eu: *.xn--bcher-kva.example: crash reports (disableEssentialTelemetry)');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (0, '1.2.3.example.com', 1, 'pulumi-cowork eu: 1.2.3.example.com: crash reports (disableEssentialTelemetry)');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (0, '__proto__.example.com', 1, 'pulumi-cowork eu: __proto__.example.com: crash reports (disableEssentialTelemetry)');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (0, 'constructor.example.com', 1, 'pulumi-cowork eu: constructor.example.com: crash reports (disableEssentialTelemetry)');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (0, 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com', 1, 'pulumi-cowork eu: lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com: crash reports (disableEssentialTelemetry)');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (0, 'my_host.example.com', 1, 'pulumi-cowork eu: my_host.example.com: crash reports (disableEssentialTelemetry)');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (0, 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.example.com', 1, 'pulumi-cowork eu: nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.example.com: crash reports (disableEssentialTelemetry)');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (0, 'xn--bcher-kva.example', 1, 'pulumi-cowork eu: xn--bcher-kva.example: crash reports (disableEssentialTelemetry)');
COMMIT;
