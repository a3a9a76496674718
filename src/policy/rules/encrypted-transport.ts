import { hostOfUrl, isLoopback } from "../../host.js";
import { isJsonObject, type JsonValue } from "../../json.js";
import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

export const encryptedTransport = definePolicyRule({
	id: "encrypted-transport",
	title: "nothing leaves a device without encryption",
	why: "Whoever is on the way reads plain http, credentials in it included, and answers in its place.",
	fix: "Serve the address by https, and write it so.",
	severity: "error",
	check: (deployment) =>
		eachGroup(deployment, (group) =>
			Object.entries(group.group.settings).flatMap(([key, { value }]) =>
				[...new Set(textsIn(value).flatMap(plainHost))].map((host) =>
					group.ofKey(key, `sends to ${host} without encryption`),
				),
			),
		),
});

function plainHost(text: string): string[] {
	if (!/^http:\/\//i.test(text)) return [];
	const { value } = hostOfUrl(text);
	return value && isLoopback(value.host) ? [] : [value?.host ?? "an address"];
}

function textsIn(value: JsonValue): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
