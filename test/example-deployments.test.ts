import { expect, test } from "vitest";
import { formatProblem } from "../src/problem.js";
import { compileFile } from "./bundle/compiled.js";

/** What a description of an example comes to. */
async function compiled(name: string) {
	const { paths, text, allWarnings } = await compileFile(`examples/${name}/deployment.yaml`);
	return { paths, text, warnings: allWarnings.map(formatProblem) };
}

test("examples/shared-proxy has rules for its clients, what not to open, and how devices trust the proxy", async () => {
	const { paths, text, warnings } = await compiled("shared-proxy");
	expect(warnings).toEqual([]);
	expect(text("firewall/squid/squid.conf")).toMatch(/^http_access deny claude_eu_denied claude_eu_clients$/m);
	expect(text("firewall/squid/squid.conf")).not.toMatch(/^http_access deny all$/m);
	expect(text("firewall/squid/bypass.conf")).toMatch(/^acl claude_eu_bypass ssl::server_name llm\.example\.com$/m);
	expect(paths).toEqual(expect.arrayContaining(["trust/macos/TRUST.md", "trust/windows/TRUST.md"]));
});
