import { expect, test } from "vitest";
import { accessOf, withoutAccess } from "../../src/artifact-store/access.js";
import { artifactStores } from "../../src/artifact-store/index.js";
import type { JsonObject } from "../../src/json.js";

const blocks = Object.entries(artifactStores).flatMap(([word, { examples }]) =>
	Object.entries(examples).map(([name, block]) => [`${word}: ${name}`, block as JsonObject] as const),
);

/** Everything in a block that a cloud's name for somebody, or a network, could be. */
const named =
	/arn:aws:iam::[^"]+|(?:serviceAccount|group|user|domain|principal(?:Set)?):[^"]+|(?<="objectId":")[^"]+|\b203\.0\.113\.[^"]+|[^"]+\/subnets\/[^"]+/g;

test.each(blocks)("names everybody whom a store lets read, write or reach: %s", (_, block) => {
	const known = [...new Set(JSON.stringify(block).match(named) ?? [])].sort();
	const found = accessOf(block).map(({ who }) => who.split(" ").at(-1) ?? "");
	expect([...new Set(found.filter((who) => who !== "everywhere"))].sort()).toEqual(known);
	expect(JSON.stringify(withoutAccess(block)).match(named)).toBeNull();
});

test("reads nothing from what nobody would write", () => {
	const strange = { readers: "everybody", writers: { "*": true }, network: ["any"], sensitive: ["x"] };
	expect(accessOf(strange)).toEqual([{ may: "reach", sensitive: false, who: "everywhere" }]);
	expect(accessOf({ readers: [null, { late: "role" }, ["a"]], network: {} }).map(({ who }) => who)).toEqual([
		'["a"]',
		"null",
		"role of the cloud",
		"nowhere",
	]);
});
