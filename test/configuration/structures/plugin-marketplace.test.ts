import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

describe("allowedPluginMarketplaces", () => {
	const commit = "0123456789abcdef0123456789abcdef01234567";
	const digest = "0123456789abcdef".repeat(4);
	const git = { source: "git", url: "https://git.example.com/plugins.git" };
	const file = { source: "url", url: "https://example.com/marketplace.json" };

	test.each<unknown>([
		{
			source: "github",
			repo: "example/plugins",
			ref: commit,
			path: "a/b",
			expectedName: "plugins",
			installationPreference: "required",
		},
		{ ...git, ref: "main" },
		{
			...git,
			ref: commit,
			installationPreference: "auto_install",
			credentialKind: "credentialHelper",
			credentialHelper: "/opt/git",
		},
		{ ...file, credentialKind: "inferenceCredential" },
		{ ...file, manifestSha256: digest, installationPreference: "required" },
	])("%j", (entry) => {
		expect(settingProblems("allowedPluginMarketplaces", [entry])).toEqual([]);
	});

	const lost = ", otherwise Claude Desktop takes no marketplace of the list";
	const kinds = `expected one of github, git, url${lost}`;
	test.each<[unknown, string]>([
		["example/plugins", ": is no marketplace; expected an object with a source"],
		[{ repo: "example/plugins" }, `.source: is missing; ${kinds}`],
		[{ source: "gitlab" }, `.source: is no kind of source; ${kinds}`],
		[{ source: "github" }, `.repo: is missing; expected text${lost}`],
		[
			{ source: "github", repo: "example/plugins", ref: "stable", installationPreference: "auto_install" },
			`.ref: is no commit hash, which installationPreference auto_install needs: 40 hexadecimal digits${lost}`,
		],
		[{ source: "github", repo: "plugins" }, ".repo: is no repository; expected owner/name"],
		[{ source: "git" }, `.url: is missing; expected text${lost}`],
		[
			{ source: "git", url: "git@example.com:plugins.git" },
			".url: has no scheme; expected an address such as https://host.example.com",
		],
		[
			{ source: "git", url: "http://git.example.com/a" },
			".url: is plain http to another machine; expected https, or http to 127.0.0.1, localhost or [::1]",
		],
		[
			{ source: "git", url: "https://me:pw@git.example.com/a" },
			".url: has credentials in the URL; pass them as a secret of their own",
		],
		[
			{ source: "url", url: "https://example.com/m.json?token=a" },
			".url: has a query; expected an address without one",
		],
		[
			{ ...git, installationPreference: "auto_install" },
			".ref: is missing, which installationPreference auto_install needs: 40 hexadecimal digits, otherwise Claude Desktop takes no marketplace of the list",
		],
		[
			{ ...git, ref: "main", installationPreference: "required" },
			".ref: is no commit hash, which installationPreference required needs: 40 hexadecimal digits, otherwise Claude Desktop takes no marketplace of the list",
		],
		[
			{ ...file, installationPreference: "required" },
			".manifestSha256: is missing; installationPreference required needs it, otherwise Claude Desktop takes no marketplace of the list",
		],
		[{ ...file, manifestSha256: "abc" }, ".manifestSha256: is no SHA-256 digest; expected 64 hexadecimal digits"],
		[
			{ ...git, manifestSha256: digest },
			".manifestSha256: unknown member; expected one of credentialHelper, credentialKind, expectedName, installationPreference, path, ref, source, url",
		],
		[
			{ ...git, credentialKind: "inferenceCredential" },
			".credentialKind: inferenceCredential is for url sources alone; expected anonymous, userGit or credentialHelper",
		],
		[
			{ ...git, credentialKind: "credentialHelper" },
			".credentialHelper: is missing; credentialKind credentialHelper needs it",
		],
		[
			{ ...git, credentialHelper: "/opt/git" },
			".credentialHelper: has no effect; it needs credentialKind: credentialHelper",
		],
		[
			{ ...git, expectedName: "org" },
			".expectedName: is a reserved name; expected another than unknown, org, org-provisioned",
		],
		[
			{ ...git, expectedName: ".hidden" },
			".expectedName: is no marketplace name; expected at most 128 letters, digits, dots, underscores and hyphens",
		],
		[
			{ ...git, installationPreference: "auto" },
			'.installationPreference: unknown value "auto"; expected one of available, auto_install, required, otherwise Claude Desktop takes no marketplace of the list',
		],
	])("%j", (entry, message) => {
		expect(settingProblems("allowedPluginMarketplaces", [entry])).toEqual([`allowedPluginMarketplaces[0]${message}`]);
	});
});
