import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { comingAfter } from "../../../src/components/artifact-store/coming-after.js";
import { record } from "../../support/pulumi.js";

const things = () => ["a", "b", "c"].map((name) => new pulumi.ComponentResource("test:index:Thing", name));

test("a resource comes after those of its options and the others, and a promise of them is made no output", async () => {
	await record(async () => {
		const [a, b, c] = things();
		if (!a || !b || !c) throw new Error("nothing was made");
		expect(comingAfter({ protect: true }, [])).toEqual({ protect: true, dependsOn: [] });
		expect(comingAfter({ dependsOn: a }, [b]).dependsOn).toEqual([a, b]);
		expect(comingAfter({ dependsOn: [a] }, [b, c]).dependsOn).toEqual([a, b, c]);
		const later = [
			comingAfter({ dependsOn: [a] }, Promise.resolve([b])),
			comingAfter({ dependsOn: Promise.resolve([a]) }, [b]),
		];
		for (const { dependsOn } of later) {
			expect(dependsOn).toBeInstanceOf(Promise);
			expect(await dependsOn).toEqual([a, b]);
		}
	});
});
