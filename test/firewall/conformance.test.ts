import { describe, expect, it } from "vitest";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { type FirewallBackendName, firewallBackends } from "../../src/firewall/index.js";
import { type CaseName, cases, hostsOf } from "./cases.js";
import { examine } from "./exam.js";
import { matchers } from "./matchers.js";

// The keys of a literal are its names, which `Object.keys` does not say.
const names = Object.keys(firewallBackends) as FirewallBackendName[];
const caseNames = Object.keys(cases) as CaseName[];

for (const name of names) examine(name, firewallBackends[name], matchers[name]);

describe.each(names)("golden files of %s", (name) => {
	const backend: FirewallBackend = firewallBackends[name];

	it.each(caseNames)("%s", async (caseName) => {
		for (const file of backend.render(hostsOf(caseName), backend.example).files) {
			await expect(file.content).toMatchFileSnapshot(`../golden/firewall/${name}/${caseName}/${file.name}`);
		}
	});
});
