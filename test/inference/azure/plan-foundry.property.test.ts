import fc from "fast-check";
import { expect, test } from "vitest";
import { planFoundry } from "../../../src/inference/azure/plan-foundry.js";
import { foundryProvisionShape } from "../../../src/inference/azure/provision-shape.js";
import { isError } from "../../../src/problem.js";
import { tokensIn } from "../../../src/reference/token.js";
import { checkShape } from "../../../src/shape/check-shape.js";
import {
	type Asked,
	asked,
	clientId,
	directory,
	haiku,
	network,
	provision,
	sonnet,
	subscription,
	tenantId,
} from "./requests.js";

const workspaceId = `/subscriptions/${subscription}/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/central`;
const privateEndpoint = { subnetId: network.subnet, virtualNetworkId: network.virtualNetwork };

/** What a block may say besides; not everything goes with everything. */
const parts: readonly object[] = [
	{ resourceGroup: { name: "claude", existing: true } },
	{ resourceGroup: { name: "claude", existing: true }, account: { existing: true } },
	{ account: { name: "claude" } },
	{ account: { existing: true } },
	{ account: { restore: true } },
	{ deployments: { sonnet, haiku } },
	{ deployments: { sonnet: { ...sonnet, version: "7" } } },
	{ deployments: { sonnet: { ...sonnet, sku: "DataZoneStandard" } }, location: "eastus2", residency: ["us"] },
	{ residency: ["us"] },
	{ localAuthentication: true },
	{ localAuthentication: false },
	{ network: {} },
	{ network: { addresses: ["203.0.113.7"], trustedServices: true } },
	{ privateEndpoint },
	{ privateEndpoint: { ...privateEndpoint, privateDns: "elsewhere" } },
	{ privateEndpoint: { subnetId: network.subnet, privateDns: "elsewhere" }, network: { trustedServices: true } },
	{ diagnostics: {} },
	{ diagnostics: { workspaceId } },
	{ app: {} },
	{ app: { consent: true } },
	{ key: "key2" },
	{ bringYourOwn: true },
	{ settled: [] },
	{ tags: { team: "it" } },
];

const blocks = fc
	.uniqueArray(fc.constantFrom(...parts), { maxLength: 4 })
	.map((said): object => Object.assign({ deployments: { sonnet } }, ...said));

const signIns = fc.constantFrom<Readonly<Record<string, unknown>>>(
	{ entra: { tenantId, clientId } },
	{ entra: { tenantId } },
	{ entra: { tenantId, flow: "broker" } },
	{ apiKey: {} },
	{ apiKey: { fromEnv: "KEY" } },
	{ helper: { path: "/opt/token" } },
);

const people = fc.constantFrom<NonNullable<Asked["groups"]>>(
	{ general: { members: { entraGroupId: directory.general } } },
	{
		general: { members: { entraGroupId: directory.general } },
		pilot: { members: { entraGroupId: directory.pilot }, models: ["haiku"], signIn: { entra: { tenantId, clientId } } },
	},
	{ general: {} },
);

const asking = fc.record({ block: blocks, signIn: signIns, groups: people });

test("a block that fits its shape is refused for a reason, or planned so that it can be placed", () => {
	let plans = 0;
	fc.assert(
		fc.property(asking, ({ block, signIn, groups }) => {
			expect(checkShape(foundryProvisionShape, { ...provision, ...block }, { at: [] })).toEqual([]);
			const { value, problems } = planFoundry(asked({ provision: block, models: ["sonnet"], signIn, groups }));
			expect(value === undefined).toBe(problems.some(isError));
			if (!value) return;
			plans++;
			expect(JSON.parse(JSON.stringify(value))).toEqual(value);
			const there = new Set(value.lookUps.map(({ id }) => id));
			for (const { id, properties, after = [] } of value.resources) {
				expect(there.has(id)).toBe(false);
				for (const each of [...tokensIn(properties).map(withoutOutput), ...after]) expect(there).toContain(each);
				there.add(id);
			}
			for (const each of tokensIn([value.late, value.outputs]).map(withoutOutput)) expect(there).toContain(each);
			// Everybody's devices depend on something, of which the guard keeps an eye.
			expect([...new Set(value.identities.flatMap((identity) => identity.groups))].sort()).toEqual(
				Object.keys(groups).sort(),
			);
		}),
		{ numRuns: 500 },
	);
	expect(plans).toBeGreaterThan(50);
});

function withoutOutput(name: string): string {
	return name.slice(0, name.lastIndexOf("."));
}
