import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { groupBy } from "../src/group-by.js";
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

const examples = readdirSync("examples").filter((name) => name !== "readme");

test.each(examples)("examples/%s is a project of its own, and says when to choose it", (name) => {
	const { dependencies, private: isPrivate } = JSON.parse(readFileSync(`examples/${name}/package.json`, "utf8"));
	const { version } = JSON.parse(readFileSync("package.json", "utf8"));
	expect({ isPrivate, asked: dependencies["pulumi-cowork"] }).toEqual({ isPrivate: true, asked: `^${version}` });
	const [about = "", , ...rest] = readFileSync(`examples/${name}/README.md`, "utf8").split(/(\n\n)/);
	expect(about.toLowerCase()).toContain("choose it");
	expect(rest.join("")).toMatch(/^```sh\nnpm install\n/m);
});

test("no two examples are of one organisation's id", () => {
	const files = readdirSync("examples", { recursive: true, encoding: "utf8" }).filter(
		(file) => /\.(?:ts|mjs|yaml)$/.test(file) && !/node_modules|^readme/.test(file),
	);
	const ids = files.flatMap((file) => {
		const text = readFileSync(path.join("examples", file), "utf8");
		const [example = ""] = file.split(path.sep);
		return [...text.matchAll(/uuid: "?([0-9a-f-]{36})/g)].map(([, id = ""]) => [id, example] as const);
	});
	const owners = groupBy(ids, ([id]) => id);
	expect(owners.size).toBeGreaterThanOrEqual(examples.length);
	for (const [id, said] of owners) expect([id, ...new Set(said.map(([, example]) => example))]).toHaveLength(2);
});
