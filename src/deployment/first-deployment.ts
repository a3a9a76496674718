import { Document, isMap, isScalar, type Node } from "yaml";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";
import type { Path } from "../path.js";
import { isReference } from "../reference/reference.js";
import type { Registries } from "../registries.js";
import type { Shape } from "../shape/shape.js";
import { exampleOrganization } from "./check-organization.js";
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

export interface FirstFile {
	/** YAML, in which every member says what it is, and what stands for something of the organisation says so. */
	readonly text: string;
	/** Where something stands that is the organisation's to say, in the order of the file. */
	readonly standIns: readonly Path[];
	/** Environment variables of secrets, and where each is needed. */
	readonly secrets: readonly { readonly name: string; readonly path: Path }[];
}

/** A deployment file to begin with. */
export function firstDeployment(
	{ name, organization, uuid, route, group, schema }: FirstDeployment,
	registries: Registries,
): FirstFile {
	const block = registries.routes[route]?.first ?? {};
	const deployment: JsonObject = {
		name,
		organization: { name: organization, uuid, identifier: "com.example.cowork" },
		inference: { [route]: block },
		settings: { otlpEndpoint: "https://otel.example.com:4318" },
		groups: { [group]: { preset: "standard" } },
		firewall: { hosts: { accept: ["narrowed"] } },
	};
	const document = new Document(deployment);
	document.commentBefore = ` yaml-language-server: $schema=${schema}\n A Claude Cowork deployment to begin with.`;
	// A floor by default would leave out, on devices that nobody has looked at, what older apps need.
	document.comment = aboutOlderApps;
	comment(document.contents, wholeShape(registries));
	const { models: _, ...asked } = block;
	const leaves = leavesOf(asked, ["inference", route]);
	const standIns: Path[] = [
		...(organization === exampleOrganization.name ? [["organization", "name"]] : []),
		["organization", "identifier"],
		...leaves.flatMap(({ path, value }) => (typeof value === "string" ? [path] : [])),
		["settings", "otlpEndpoint"],
	];
	for (const path of standIns) {
		const scalar = document.getIn(path, true);
		if (isScalar(scalar)) scalar.comment = " stands for yours";
	}
	const secrets = leaves.flatMap(({ path, value }) =>
		isReference(value) && "fromEnv" in value ? [{ name: value.fromEnv, path }] : [],
	);
	return { text: deploymentYaml(document), standIns, secrets };
}

/** Texts and references to secrets, each with its place. */
function leavesOf(value: JsonValue, path: Path): { readonly path: Path; readonly value: JsonValue }[] {
	if (!isJsonObject(value) || isReference(value)) return [{ path, value }];
	return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
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
