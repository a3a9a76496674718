import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OwnStatement, principalsOf } from "../../src/inference/principals.js";

const group = (name: string, ...states: OwnStatement[]) => ({ name, states });

describe("who shares a principal", () => {
	test("is decided by what groups state, not by what it says", () => {
		const [sharing, also] = [group("general"), group("staff")];
		const [models, signIn] = [group("pilot", "models"), group("legal", "signIn")];
		expect(principalsOf([models, sharing, signIn, also])).toEqual([
			{ id: "shared", groups: [sharing, also] },
			{ id: "group-pilot", group: "pilot", groups: [models] },
			{ id: "group-legal", group: "legal", groups: [signIn] },
		]);
	});

	test("can be decided otherwise by a cloud, towards more principals only", () => {
		const groups = [group("general"), group("pilot", "models")];
		expect(principalsOf(groups, () => true).map(({ id }) => id)).toEqual(["group-general", "group-pilot"]);
		expect(principalsOf(groups, () => false).map(({ id }) => id)).toEqual(["shared", "group-pilot"]);
	});

	test("changes no principal of another group", () => {
		const statements = fc.subarray<OwnStatement>(["models", "signIn"]);
		const groups = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/), states: statements }), {
			selector: ({ name }) => name,
			minLength: 1,
		});
		fc.assert(
			fc.property(groups, fc.nat(), statements, (all, at, states) => {
				const changed = all[at % all.length];
				const idOf = (given: typeof all, name: string) =>
					principalsOf(given).find((principal) => principal.groups.some((each) => each.name === name))?.id;
				const after = all.map((each) => (each === changed ? { ...each, states } : each));
				for (const { name } of all) if (name !== changed?.name) expect(idOf(after, name)).toBe(idOf(all, name));
			}),
		);
	});
});
