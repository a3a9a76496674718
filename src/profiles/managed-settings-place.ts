/** Where Linux keeps the machine's settings for Claude Desktop. */
export const settingsFolder = "/etc/claude-desktop";
export const settingsPath = `${settingsFolder}/managed-settings.json`;

/** `$directory` and `$file` for a shell, which expands nothing but DESTDIR: it goes before them where it is set. */
export const shellPlaces: readonly string[] = [
	`directory="\${DESTDIR:-}${settingsFolder}"`,
	'file="$directory/managed-settings.json"',
];
