import { expect, test } from "vitest";
import { formatProblem } from "../src/problem.js";
import { compileFile } from "./bundle/compiled.js";

/** What a description of an example comes to. */
async function compiled(name: string) {
	const { paths, text, allWarnings } = await compileFile(`examples/${name}/deployment.yaml`);
	return { paths, text, warnings: allWarnings.map(formatProblem) };
}

test("examples/perimeter has rules for three networks, and none that serve all", async () => {
	const { paths, text, warnings } = await compiled("perimeter");
	expect(warnings).toEqual([]);
	expect(paths.filter((path) => path.startsWith("firewall/"))).toEqual([]);
	for (const [group, network] of [
		["branches", "10.30.0.0/16"],
		["engineering", "10.20.0.0/16"],
		["office", "10.10.0.0/16"],
	] as const) {
		expect(text(`groups/${group}/firewall/suricata/claude.rules`)).toContain(network);
		expect(text(`groups/${group}/firewall/nftables/claude.nft`)).toContain(network);
		expect(text(`groups/${group}/firewall/markdown/change-request.md`)).toContain(network);
	}
	expect(text("groups/engineering/firewall/suricata/claude.rules")).toContain('content:".npmjs.org"');
	expect(text("groups/office/firewall/suricata/claude.rules")).not.toContain("npmjs.org");
});

test("examples/shared-proxy has rules for its clients, what not to open, and how devices trust the proxy", async () => {
	const { paths, text, warnings } = await compiled("shared-proxy");
	expect(warnings).toEqual([]);
	expect(text("firewall/squid/squid.conf")).toMatch(/^http_access deny claude_eu_denied claude_eu_clients$/m);
	expect(text("firewall/squid/squid.conf")).not.toMatch(/^http_access deny all$/m);
	expect(text("firewall/squid/bypass.conf")).toMatch(/^acl claude_eu_bypass ssl::server_name llm\.example\.com$/m);
	expect(paths).toEqual(expect.arrayContaining(["trust/macos/TRUST.md", "trust/windows/TRUST.md"]));
});
