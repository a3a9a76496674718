import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roleId, serviceAccountEmail, serviceAccountId } from "../../../../src/inference/google/identity/names.js";

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);

describe("names that Google takes", () => {
	it("are ids of roles, each of one deployment", () => {
		fc.assert(
			fc.property(name, name, (one, other) => {
				expect(roleId(one)).toMatch(/^[a-zA-Z0-9_.]{3,64}$/);
				if (one !== other) expect(roleId(one)).not.toBe(roleId(other));
			}),
		);
	});

	it("are ids of service accounts", () => {
		fc.assert(
			fc.property(name, fc.option(name, { nil: undefined }), (deployment, group) => {
				const id = serviceAccountId({ deployment, ...(group !== undefined && { group }) });
				expect(id).toMatch(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/);
			}),
		);
	});

	it("tell one group from another where both are cut", () => {
		const ids = [
			["a", "b-c"],
			["a-b", "c"],
			["a-b-c", undefined],
			["a", "b"],
		].map(([deployment = "", group]) => serviceAccountId({ deployment, ...(group !== undefined && { group }) }));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it("are addresses, of old projects too", () => {
		expect(serviceAccountEmail("cowork-eu", "example-cowork")).toBe("cowork-eu@example-cowork.iam.gserviceaccount.com");
		expect(serviceAccountEmail("cowork-eu", "example.com:cowork")).toBe(
			"cowork-eu@cowork.example.com.iam.gserviceaccount.com",
		);
	});
});
