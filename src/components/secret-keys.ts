/** Configuration keys that hold a secret, as the engine tells its programs; undefined where there is no engine. */
export function secretKeys(): readonly unknown[] | undefined {
	const told = process.env.PULUMI_CONFIG_SECRET_KEYS;
	if (told === undefined || told === "") return undefined;
	const keys: unknown = JSON.parse(told);
	return Array.isArray(keys) ? keys : [];
}
