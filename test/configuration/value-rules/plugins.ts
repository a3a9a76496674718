import { type Binding, bind } from "./binding.js";

const github = { source: "github", repo: "example/plugins" };
const git = { source: "git", url: "https://git.example.com/p" };
const file = { source: "url", url: "https://a.example/m.json" };
const older = { circumstances: { oldest: "1.26832.0" } } as const;
const places = (words: string, member: string, ...entries: object[]) =>
	bind(
		"error",
		"allowedPluginMarketplaces",
		`[].${member}`,
		words,
		entries.map((entry) => [[entry], "[0]"] as const),
	);

/** Permissions of plug-ins' tools, and marketplaces. */
export const pluginRules: readonly Binding[] = [
	bind("error", "orgPluginSettings", "", "record form", [[{ mcpServers: {} }]]),
	bind("error", "orgPluginSettings", "[].serverName", "", [[[{ serverName: "", tools: [] }]]]),
	bind("error", "orgPluginSettings", "[].tools[].toolName", "", [
		[[{ serverName: "a", tools: [{ toolName: "", permission: "ask" }] }]],
	]),
	bind("error", "orgPluginSettings", "[].tools[].permission", "", [
		[[{ serverName: "a", tools: [{ toolName: "b", permission: "deny" }] }]],
	]),
	bind("warning", "orgPluginSettings", "", "same server twice", [
		[
			[
				{ serverName: "a", tools: [] },
				{ serverName: "a", tools: [] },
			],
		],
	]),
	bind("warning", "orgPluginSettings", "", "managed server", [
		[
			[{ serverName: "a", tools: [] }],
			"",
			{},
			{ managedMcpServers: [{ name: "a", transport: "stdio", command: "/opt/a" }] },
		],
	]),
	places("github|git", "source", { source: "gitlab" }),
	bind("error", "allowedPluginMarketplaces", "[].source", "url added", [[[file], "[0]", older]]),
	places("", "repo", { ...github, repo: "plugins" }, { ...github, repo: "a/b/c" }, { ...github, repo: "a b/c" }),
	places("", "url", { ...git, url: "http://a.example" }, { ...file, url: "http://localhost/m.json" }),
	places("", "manifestSha256", { ...file, manifestSha256: "abc" }),
	places("at least", "ref", { ...git, ref: "" }),
	places(
		"40 hexadecimal",
		"ref",
		{ ...github, installationPreference: "required" },
		{ ...git, ref: "main", installationPreference: "auto_install" },
	),
	places("", "path", { ...git, path: "" }),
	places("", "expectedName", { ...git, expectedName: ".x" }),
	places("", "installationPreference", { ...git, installationPreference: "auto" }),
	places("", "credentialKind", { ...git, credentialKind: "ssh" }),
	places("", "credentialHelper", { ...git, credentialHelper: "/x" }, { ...git, credentialKind: "credentialHelper" }),
];
