/**
 * Text that stands in planned data for what only the cloud will know, such as an account id or an ARN.
 * No AWS name holds angle brackets, so a token is found again wherever it stands.
 */
export function lateText(name: string): string {
	return `<late:${name}>`;
}

/** Names of the tokens in a text, each once, in order. */
export function lateNames(text: string): string[] {
	return [...new Set([...text.matchAll(/<late:([^<>]+)>/g)].flatMap(([, name]) => name ?? []))];
}

/** The text with every token replaced; one without a value is an error. */
export function fillLateText(text: string, values: Readonly<Record<string, string>>): string {
	return text.replace(/<late:([^<>]+)>/g, (_, name: string) => {
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		if (value === undefined) throw new Error(`no value for ${name}`);
		return value;
	});
}

/** Names under which the cloud's answers are known, in documents and as late settings. */
export const late = {
	accountId: "bedrock.accountId",
	endpoint: "bedrock.endpoint",
	providerArn: "bedrock.oidcProviderArn",
	principalArn: "bedrock.proxyPrincipalArn",
	bearerToken: (group: string) => `bedrock.bearerToken.${group}`,
	applicationProfile: (group: string, modelId: string) => `bedrock.applicationProfile.${group}.${modelId}`,
} as const;
