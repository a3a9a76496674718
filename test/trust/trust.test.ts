import { spawnSync } from "node:child_process";
import { parse } from "plist";
import { describe, expect, it, test } from "vitest";
import { trustFiles } from "../../src/trust/index.js";
import { compile, twins } from "../bundle/compiled.js";
import { quiet } from "../support/configuration.js";

const identity = { organization: "Example Corp", identifierPrefix: "com.example.cowork", deployment: "eu" };
const request = { identity, because: ["the settings name a proxy (egressProxyUrl)"] };

describe.each(["macos", "windows"] as const)("the steps for %s", (platform) => {
	it.each(trustFiles(platform, request).map((file) => [file.name, file.content]))("%s", async (name, content) => {
		await expect(content).toMatchFileSnapshot(`../golden/trust/${platform}/${name}`);
	});
});

describe("on macOS", () => {
	const files = new Map(trustFiles("macos", request).map(({ name, content }) => [name, content]));
	const label = "com.example.cowork.eu.extra-ca-certs";

	it("the agent is a property list that sets the variable at login", () => {
		expect(parse(files.get(`${label}.plist`) ?? "")).toEqual({
			Label: label,
			ProgramArguments: [
				"/bin/launchctl",
				"setenv",
				"NODE_EXTRA_CA_CERTS",
				`/Library/Application Support/${label}/ca.pem`,
			],
			RunAtLoad: true,
		});
	});

	it.each(["trust-ca.sh", "extra-ca.sh"])("%s is a script that a shell reads", (name) => {
		const { status, stderr } = spawnSync("sh", ["-n"], { input: files.get(name) ?? "", encoding: "utf8" });
		expect([status, stderr]).toEqual([0, ""]);
	});

	it("the certificate is trusted wholly, in the System keychain", () => {
		expect(files.get("trust-ca.sh")).toMatch(
			/security add-trusted-cert -d -r trustRoot -k \/Library\/Keychains\/System\.keychain "\$1"$/m,
		);
	});
});

test("scripts for Windows have its line ends throughout", () => {
	for (const { name, content } of trustFiles("windows", request)) {
		if (name.endsWith(".cmd"))
			expect(
				content
					.split("\n")
					.slice(0, -1)
					.every((line) => line.endsWith("\r")),
			).toBe(true);
	}
});

describe("a bundle", () => {
	const bare = { ...twins, settings: quiet, firewall: {} };
	const trustOf = async (more: object) => {
		const { paths } = await compile({ ...bare, ...more });
		return paths.filter((path) => path.startsWith("trust/")).map((path) => path.split("/").slice(1, 2).join());
	};

	it.each<[string, object, string[]]>([
		["has none where nothing opens TLS", {}, []],
		[
			"has them where the settings name a proxy",
			{ settings: { ...quiet, egressProxyUrl: "http://proxy.example.com:3128" } },
			["macos", "windows"],
		],
		[
			"has them where a firewall inspects",
			{ firewall: { squid: { dedicated: true, inspects: true } } },
			["macos", "windows"],
		],
		[
			"has them for the platforms there are",
			{
				firewall: { squid: { dedicated: true, inspects: true } },
				groups: { pilot: { preset: "none", platforms: ["windows", "linux"] } },
			},
			["windows"],
		],
	])("%s", async (_, more, platforms) => {
		expect([...new Set(await trustOf(more))]).toEqual(platforms);
	});
});
