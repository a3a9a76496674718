import { describe, expect, test } from "vitest";
import { artifactStores } from "../../src/artifact-store/index.js";
import type { ArtifactStore } from "../../src/artifact-store/store.js";
import { prettyJson } from "../../src/json.js";
import { formatProblem } from "../../src/problem.js";
import { tokensIn } from "../../src/reference/token.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { storeOutcome, storePlan } from "./planned.js";

const stores = Object.entries<ArtifactStore>(artifactStores);
const examples = stores.flatMap(([word, store]) =>
	Object.entries<object>(store.examples).map(([example, options]) => ({ word, example, store, options })),
);
const planning = examples.filter(({ store }) => store.plan !== undefined);

type Example = (typeof examples)[number];

const planned = ({ store, options }: Example, carriesSecrets: boolean) => {
	const { value, problems } = storeOutcome(store, options, { carriesSecrets });
	return { value, problems: problems.map(formatProblem) };
};

const planOf = ({ store, options }: Example) => storePlan(store, options);

test.each(stores)("%s: shows a plain block first, and what it needs of a cloud goes with a plan", (_, store) => {
	expect(Object.keys(store.examples)[0]).toBe("plain");
	expect(store.plan !== undefined).toBe(store.cloud !== undefined);
});

test.each(examples)("$word/$example fits the shape of its options", ({ store, options }) => {
	expect(checkShape(store.options, options, { at: [] }).map(formatProblem)).toEqual([]);
});

describe.each(planning)("$word/$example", (example) => {
	test("is planned as it was agreed on", async () => {
		const { value, problems } = planned(example, false);
		const text = prettyJson({ plan: value ?? null, problems });
		await expect(text).toMatchFileSnapshot(`../golden/artifact-store/${example.word}/${example.example}.json`);
	});

	test("is planned the same again", () => {
		expect(planOf(example)).toEqual(planOf(example));
	});

	test("refers to what is there before, and to nothing else", () => {
		const { lookUps, resources, policies = {}, ...rest } = planOf(example);
		const there = new Set(lookUps.map(({ id }) => id));
		const isThere = (data: unknown) =>
			tokensIn(data).every((token) => there.has(token.slice(0, token.lastIndexOf("."))));
		for (const { id, properties, after = [] } of resources) {
			expect([id, isThere(properties), after.every((each) => there.has(each))]).toEqual([id, true, true]);
			expect(there.has(id)).toBe(false);
			there.add(id);
		}
		expect(isThere([policies, rest])).toBe(true);
	});

	test("puts keys below a folder, at addresses that end where keys begin", () => {
		const { prefix, place, sensitivePlace } = planOf(example);
		expect(prefix).toMatch(/^(?:[^/]+\/)*$/);
		for (const each of [place, ...(sensitivePlace ? [sensitivePlace] : [])])
			expect(each.location).toMatch(/^[a-z0-9]+:\/\/.+\/$/);
		expect(sensitivePlace?.location).not.toBe(place.location);
	});

	test("keeps what carries a secret apart, or takes nothing of that kind", () => {
		const { value, problems } = planned(example, true);
		if (planOf(example).sensitivePlace) expect(value).toEqual(planOf(example));
		else expect([value, problems]).toEqual([undefined, [expect.stringMatching(/^sensitive: .*secret/)]]);
	});
});
