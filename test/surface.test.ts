import { expect, test } from "vitest";
import * as core from "../src/core.js";
import * as everything from "../src/index.js";

test("what the package exports besides the core", () => {
	const names = Object.keys(everything).filter((name) => !Object.hasOwn(core, name));

	expect(names.sort()).toEqual(["CoworkDeployment", "anthropic", "gateway", "hosts", "json", "local", "squid"]);
});

test("the functions that state of every age calls", async () => {
	const provider = await import("pulumi-cowork/internal/local-provider");

	expect(Object.keys(provider).sort()).toEqual(["check", "create", "delete", "diff", "read", "update"]);
});
