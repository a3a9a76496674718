import { existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import * as folderOf from "../../../src/components/artifact-store/local-folder.js";
import { tree } from "../../files/trees.js";
import { temporaryFolder } from "../../support/command.js";
import { run } from "../../support/programs.js";
import { killedAt, systemCalls, whyNoStrace } from "../../support/strace.js";
import { recipeOf } from "./recipes.js";

const root = temporaryFolder();
const secret = "correct-horse-battery-staple";
const owner = "cowork/test/eu";

/** What the engine asks of the provider in a first update: a group with a secret in its profile, then the manifest. */
const program = `const [entry, root, given] = process.argv.slice(2);
const { check, create } = await import(entry);
const publish = async (part, secrets) => {
	const { inputs } = await check({}, { root, folder: "eu", owner: "${owner}", part, secrets });
	return (await create(inputs)).outs.files;
};
const { part, secrets } = JSON.parse(given);
const files = await publish(part, secrets);
await publish({ manifest: { inputDigest: "0", files } }, {});
`;

function given(): string {
	const part = recipeOf("pilot", {
		name: "eu",
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { apiKey: { fromEnv: "GATEWAY_KEY" } } } },
		groups: { pilot: { preset: "none", platforms: ["linux"] } },
	});
	return JSON.stringify({ part, secrets: { "fromEnv GATEWAY_KEY": secret } });
}

describe.skipIf(whyNoStrace)(`a first update that is killed${whyNoStrace ? `: ${whyNoStrace}` : ""}`, () => {
	const args = (name: string) => {
		const entry = pathToFileURL(path.join(root(), "dist/entries/internal/local-provider.js")).href;
		return [path.join(root(), "program.mjs"), entry, path.join(root(), name), given()];
	};
	const traced = () => ({ cwd: root() });

	beforeAll(() => {
		run(process.execPath, ["scripts/bundle.js", "library", path.join(root(), "dist")]);
		writeFileSync(path.join(root(), "program.mjs"), program);
	}, 60_000);

	test("leaves nothing behind once the stack is destroyed, and opens no secret before", async () => {
		mkdirSync(path.join(root(), "traced"));
		const calls = systemCalls(args("traced"), traced()).filter(({ text }) => text.includes("/traced/eu"));
		const isWriting = ({ name }: { readonly name: string }) => name === "openat" || name === "write";
		const kills = calls.filter((call, index) => !isWriting(call) || index % 8 === 0);
		const signals: (NodeJS.Signals | null)[] = [];

		for (const [number, call] of kills.entries()) {
			const project = path.join(root(), String(number));
			mkdirSync(project);
			writeFileSync(path.join(project, "notes.txt"), "mine");
			signals.push(await killedAt(call, args(String(number)), traced()));
			expect(exposed(project), call.text).toEqual([]);
			await folderOf.check({}, { root: project, folder: "eu", owner });
			await folderOf.delete("", { folder: "eu", owner });
			expect(readdirSync(project), call.text).toEqual(["notes.txt"]);
		}

		expect(existsSync(path.join(root(), "traced/eu/manifest.json"))).toBe(true);
		expect(new Set(kills.map(({ name }) => name))).toEqual(
			new Set(["mkdir", "openat", "rename", "rmdir", "unlink", "write"]),
		);
		expect(signals.filter((signal) => signal === "SIGKILL").length).toBeGreaterThan(kills.length * 0.9);
	}, 240_000);
});

/** Files that hold the secret and that others can read. */
function exposed(folder: string): string[] {
	return Object.entries(tree(folder))
		.filter(([name, text]) => text.includes(secret) && (lstatSync(path.join(folder, name)).mode & 0o077) !== 0)
		.map(([name]) => name);
}
