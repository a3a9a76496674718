import { Document, isMap, isScalar, type Node } from "yaml";
import type { JsonObject } from "../json.js";
import type { Registries } from "../registries.js";
import type { Shape } from "../shape/shape.js";
import { wholeShape } from "./deployment-schema.js";
import { deploymentYaml } from "./deployment-yaml.js";

/** What the first deployment of an organisation is about. */
export interface FirstDeployment {
	readonly name: string;
	readonly organization: string;
	/** Of the organisation alone. */
	readonly uuid: string;
	/** A route's word. */
	readonly route: string;
	readonly group: string;
	/** Where editors find the JSON Schema, relative to the file. */
	readonly schema: string;
}

const aboutOlderApps = ` Every known version of Claude Desktop is served. Where you know the oldest on your devices, name it: hosts and
 settings that only older ones need are then left out, and restrictions that it does not know are refused.
 app: { minimumVersion: "..." }`;

/** A deployment file in YAML to begin with, in which every member says what it is. */
export function firstDeployment(
	{ name, organization, uuid, route, group, schema }: FirstDeployment,
	registries: Registries,
): string {
	const deployment: JsonObject = {
		name,
		organization: { name: organization, uuid, identifier: "com.example.cowork" },
		inference: { [route]: registries.routes[route]?.first ?? {} },
		settings: { otlpEndpoint: "https://otel.example.com:4318" },
		groups: { [group]: { preset: "standard" } },
		firewall: { hosts: { accept: ["narrowed"] } },
	};
	const document = new Document(deployment);
	document.commentBefore = ` yaml-language-server: $schema=${schema}\n A Claude Cowork deployment; names of example.com stand for yours.`;
	// A floor by default would leave out, on devices that nobody has looked at, what older apps need.
	document.comment = aboutOlderApps;
	comment(document.contents, wholeShape(registries));
	return deploymentYaml(document);
}

/** Says of every member what its shape says, and of one of several which others there are. */
function comment(node: Node | null, shape: Shape): void {
	if (!isMap(node)) return;
	for (const { key, value } of node.items) {
		if (!isScalar(key) || typeof key.value !== "string") continue;
		const inner = value as Node | null;
		if (shape.kind === "map") comment(inner, shape.values);
		if (shape.kind !== "object") continue;
		const member = shape.members[key.value];
		if (!member) continue;
		const others = Object.keys(shape.members).filter((word) => word !== key.value);
		const instead = shape.exactlyOne ? ` Instead: ${others.join(", ")}.` : "";
		key.commentBefore = ` ${member.summary}${instead}`;
		comment(inner, member.shape);
	}
}
