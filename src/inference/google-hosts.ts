const multiRegions: Readonly<Record<string, string>> = {
	global: "aiplatform.googleapis.com",
	eu: "aiplatform.eu.rep.googleapis.com",
	us: "aiplatform.us.rep.googleapis.com",
};

/** The public host of Vertex AI for a region such as `europe-west1`, or for `eu`, `us` or `global`. */
export function vertexHost(location: string): string {
	return multiRegions[location] ?? `${location}-aiplatform.googleapis.com`;
}

/**
 * Name by which an endpoint of Private Service Connect answers for Vertex AI inside its network; undefined for `eu` and
 * `us`, whose hosts are of another kind.
 * https://cloud.google.com/vpc/docs/configure-private-service-connect-apis
 */
export function vertexEndpointHost(location: string, endpoint: string): string | undefined {
	const suffix = ".googleapis.com";
	const host = vertexHost(location);
	const service = host.slice(0, -suffix.length);
	return service.includes(".") ? undefined : `${service}-${endpoint}.p${suffix}`;
}

/** Token exchange of workforce identity, which every other way to sign in uses too. */
export const googleTokenExchange = "sts.googleapis.com";

/** What else signing in with Google takes. */
export const googleSignInHosts = [
	"oauth2.googleapis.com",
	"iamcredentials.googleapis.com",
	"accounts.google.com",
] as const;

/** Whether a host is Google's own for inference, in public or by Private Service Connect, rather than a proxy before it. */
export function isGoogleInferenceHost(host: string): boolean {
	const suffix = ".googleapis.com";
	if (!host.endsWith(suffix)) return false;
	const [service = "", second, third, ...more] = host.slice(0, -suffix.length).split(".");
	if (more.length > 0) return false;
	// `<region>-aiplatform`, `aiplatform.<location>.rep`, and `aiplatform-<endpoint>.p` of Private Service Connect.
	if (second === undefined) return service === "aiplatform" || service.endsWith("-aiplatform");
	if (third !== undefined) return service === "aiplatform" && third === "rep";
	return second === "p" && (service.startsWith("aiplatform-") || service.includes("-aiplatform-"));
}
