-- Claude egress of deployment eu. For Pi-hole's gravity.db, by SQLite; let Pi-hole read its lists again afterwards.
BEGIN IMMEDIATE;
-- What an earlier revision entered. Entries of others stay, also where they name the same host.
DELETE FROM domainlist WHERE substr(comment, 1, 18) = 'pulumi-cowork eu: ';
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (1, 'collector.github.com', 1, 'pulumi-cowork eu: collector.github.com: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (1, 'copilot-telemetry.githubusercontent.com', 1, 'pulumi-cowork eu: copilot-telemetry.githubusercontent.com: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (1, 'default.exp-tas.com', 1, 'pulumi-cowork eu: default.exp-tas.com: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (1, 'telemetry.example.org', 1, 'pulumi-cowork eu: telemetry.example.org: named by the deployment');
INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (2, '\.sentry\.io$', 1, 'pulumi-cowork eu: *.sentry.io: crash reports (disableEssentialTelemetry)');
COMMIT;
