import { expect, test, vi } from "vitest";
import * as provider from "../../../src/components/identity-guard/provider.js";
import type { IdentityLedger } from "../../../src/inference/identity-ledger.js";

const at = ["inference", "bedrock", "provision"];
const role = { name: "role/cowork-eu", groups: ["general", "pilot"] };
const inputs = (deployments: IdentityLedger): provider.GuardInputs => ({ deployments });

test("without state what is planned is adopted", async () => {
	const news = inputs({ eu: { at, identities: [role] } });
	expect(await provider.check(undefined, news)).toEqual({ inputs: news, failures: [] });
	expect(await provider.check({}, news)).toEqual({ inputs: news, failures: [] });
	expect(await provider.create(news)).toEqual({ id: "identities", outs: news });
});

test("what is taken is refused for no property, whose value the engine would print first", async () => {
	const { failures } = await provider.check(inputs({ eu: { at, identities: [role] } }), inputs({}));
	expect(failures).toEqual([{ property: "", reason: expect.stringContaining("role/cowork-eu") }]);
});

test("what is worth knowing is printed, which the engine shows", async () => {
	const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
	const after = inputs({ eu: { at, identities: [{ ...role, groups: ["general"] }] } });
	const { failures } = await provider.check(inputs({ eu: { at, identities: [role] } }), after);
	const lines = write.mock.calls.map(([line]) => line);
	write.mockRestore();

	expect(failures).toEqual([]);
	expect(lines).toEqual([expect.stringMatching(/^warning: .*role\/cowork-eu stays, but no longer for pilot;.*\n$/)]);
});

test("state keeps no order of members, and old state may have nothing", async () => {
	const news = inputs({ eu: { at, identities: [role] }, us: { at, identities: [] } });
	const olds = inputs({
		us: { identities: [], at },
		eu: { identities: [{ groups: role.groups, name: role.name }], at },
	});
	expect(await provider.diff("identities", olds, news)).toEqual({ changes: false });
	expect(await provider.diff("identities", olds, inputs({}))).toEqual({ changes: true });
	expect(await provider.diff("identities", {}, news)).toEqual({ changes: true });
	expect(await provider.update("identities", olds, news)).toEqual({ outs: news });
});

test("a refresh leaves it as it is, and destroy asks nothing", async () => {
	const props = inputs({ eu: { at, identities: [role] } });
	expect(await provider.read("identities", props)).toEqual({ id: "identities", props });
	await expect(provider.delete()).resolves.toBeUndefined();
});
