import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { made } from "../../outcome.js";
import { type Problem, warning } from "../../problem.js";
import { hasMember, readJsonObject } from "../../profiles/json-document.js";
import { parseJson } from "../../profiles/parse-json.js";
import { unreadable } from "../../profiles/read-text.js";
import { flatName } from "./nested-names.js";
import type { DeviceFileReader } from "./reader.js";

const marker = "$schemaVersion";

/**
 * The app's own export in JSON, in which keys stand in clusters.
 * https://claude.com/docs/third-party/claude-desktop/bootstrap
 */
export const nestedJson: DeviceFileReader = {
	title: "Claude Desktop's own JSON export",

	// The body of a call to a service says of what type it is.
	recognizes: (bytes) => hasMember(bytes, marker) && !hasMember(bytes, "@odata.type"),

	decode(bytes) {
		const { value: document, problems } = readJsonObject(bytes);
		if (!document) return { problems };
		if (document[marker] !== 2) return unreadable(`${marker} is of another edition; expected 2`);
		const { provider, kind } = routeOf(document);
		const values: [string, JsonValue][] = [];
		const warnings: Problem[] = [];
		for (const { path, value } of leavesOf(document)) {
			const name = value === undefined ? undefined : flatName(path, { provider, kind });
			if (value === undefined || name === undefined) {
				warnings.push(warning("unknown-key", path, "is no name that is known of this export; it is left out"));
			} else values.push([name, value]);
		}
		return made([{ scope: "machine", values, native: true }], warnings);
	},
};

function routeOf(document: JsonObject): { provider: string; kind: string } {
	const inference = clusterOf(document.inference);
	const credential = clusterOf(inference?.credential);
	return { provider: textOf(inference?.provider), kind: textOf(credential?.kind) };
}

function textOf(value: JsonValue | undefined): string {
	return typeof value === "string" ? value : "";
}

/** A cluster may be text of JSON. */
function clusterOf(value: JsonValue | undefined): JsonObject | undefined {
	const read = typeof value === "string" ? parseJson(value).value : value;
	return isJsonObject(read) ? read : undefined;
}

interface Leaf {
	readonly path: readonly string[];
	/** Absent where a cluster is expected and something else stands there. */
	readonly value?: JsonValue;
}

/** Values of single keys with where they stand: below clusters, of which the credential and its environment are nested. */
function* leavesOf(document: JsonObject): Generator<Leaf> {
	for (const [cluster, written] of Object.entries(document)) {
		if (cluster === marker) continue;
		if (flatName([cluster], { provider: "", kind: "" }) !== undefined) {
			yield { path: [cluster], value: written };
			continue;
		}
		yield* leavesBelow([cluster], clusterOf(written));
	}
}

const nested = ["inference.credential", "inference.credential.awsEnv"];

function* leavesBelow(path: readonly string[], cluster: JsonObject | undefined): Generator<Leaf> {
	if (!cluster) yield { path };
	for (const [leaf, value] of Object.entries(cluster ?? {})) {
		const at = [...path, leaf];
		if (nested.includes(at.join("."))) yield* leavesBelow(at, clusterOf(value));
		else yield { path: at, value };
	}
}
