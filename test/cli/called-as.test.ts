import { expect, test } from "vitest";
import { calledAs, settingLine } from "../../src/cli/called-as.js";

const there =
	(...files: string[]) =>
	(file: string) =>
		files.includes(file);

test.each<[string, Record<string, string>, NodeJS.Platform, string[], string]>([
	["installed for everybody", { PATH: "/bin:/usr/local/bin" }, "linux", ["/usr/local/bin/pulumi-cowork"], ""],
	["installed into a project", { PATH: "/bin:/usr/local/bin" }, "darwin", [], "npx "],
	["without a search path", {}, "linux", ["/pulumi-cowork", "pulumi-cowork"], "npx "],
	// Below npx a shell finds what is installed into the project, and after it no more.
	[
		"by npx",
		{
			PATH: "/eu/node_modules/.bin:/bin",
			npm_config_user_agent: "npm/10.8.2 node/v20.20.2 linux x64 workspaces/false",
		},
		"linux",
		["/eu/node_modules/.bin/pulumi-cowork"],
		"npx ",
	],
	["for everybody on Windows", { Path: "C:\\Windows;C:\\npm" }, "win32", ["C:\\npm\\pulumi-cowork.cmd"], ""],
	["into a project on Windows", { Path: "C:\\Windows;C:\\npm" }, "win32", ["C:\\npm\\pulumi-cowork"], "npx "],
])("%s the command is called so that a shell finds it", (_, environment, platform, files, before) => {
	expect(calledAs(environment, platform, there(...files))).toBe(`${before}pulumi-cowork`);
});

test("a variable is set as the shell of the system sets it", () => {
	expect(settingLine("GATEWAY_KEY", "for it", "linux")).toBe("export GATEWAY_KEY=...   # for it");
	expect(settingLine("GATEWAY_KEY", "for it", "win32")).toBe('$env:GATEWAY_KEY = "..."   # for it');
});
