import { keyNames } from "../configuration/catalogue.js";
import { hostOfUrl } from "../host.js";
import { isObject, type JsonValue } from "../json.js";
import { isLateReference } from "../reference/reference.js";
import type { EgressContext } from "./context.js";
import type { Destination } from "./row.js";

const baseUrlKeys = keyNames.filter((key) => key.endsWith("BaseUrl"));

/** The endpoints' addresses that are known only once the cloud has created them, by key. */
export function lateBaseUrls(context: EgressContext): { key: string; late: string }[] {
	return baseUrlKeys.flatMap((key) => {
		const value = context.value(key);
		return isLateReference(value) ? [{ key, late: value.fromCloud.name }] : [];
	});
}

/** The destination of a URL; none for what is no URL, such as a secret reference. */
export function urlHost(value: JsonValue | undefined, because?: string): Destination[] {
	const address = typeof value === "string" ? hostOfUrl(value) : undefined;
	if (!address?.value) return [];
	const { host, port } = address.value;
	return [{ host, port, ...(because !== undefined && { because }) }];
}

/** The destinations of an OIDC block: its issuer, or its authorization and token endpoints. */
export function oidcHosts(block: JsonValue | undefined): Destination[] {
	if (!isObject(block)) return [];
	return [
		...urlHost(block.issuer as JsonValue, "identity provider: issuer and its discovery document"),
		...urlHost(block.authorizationUrl as JsonValue, "identity provider: authorization endpoint"),
		...urlHost(block.tokenUrl as JsonValue, "identity provider: token endpoint"),
	];
}
