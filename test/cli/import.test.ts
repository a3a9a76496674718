import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { exportedProfile, exportedRegistry, sampleSecrets } from "../reading/app-exports.js";
import { temporaryFolder } from "../support/command.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
let files = 0;
const write = (name: string, content: string) => {
	const file = path.join(folder(), `${++files}-${name}`);
	writeFileSync(file, content);
	return file;
};
const outFile = () => path.join(folder(), `deployment-${++files}.yaml`);

describe("import", () => {
	test("writes a deployment that compiles, and shows what to set", async () => {
		const out = outFile();
		const { code, results, notices } = await invoke([
			"import",
			write("pilot.reg", exportedRegistry),
			"--name",
			"eu",
			"--out",
			out,
		]);
		expect({ code, notices }).toEqual({ code: 0, notices: [] });
		expect(results[0]).toBe(`${out} was written. Next:`);
		expect(results[1]).toBe("  replace what stands for yours: organization.name");
		expect(results[2]).toContain("export INFERENCE_GATEWAY_API_KEY=...");
		const written = readFileSync(out, "utf8");
		for (const secret of sampleSecrets) expect([written, ...results].join("\n")).not.toContain(secret);
		const bundle = path.join(folder(), `out-${files}`);
		const synth = await invoke(["synth", out, "--out", bundle], {
			environment: { INFERENCE_GATEWAY_API_KEY: "key-of-the-sample" },
		});
		expect(synth.code).toBe(0);
	});

	test("prints it where that is asked for, what was left out on standard error", async () => {
		const { code, results, notices } = await invoke([
			"import",
			write("pilot.mobileconfig", exportedProfile),
			"--out",
			"-",
		]);
		expect(code).toBe(0);
		expect(results.join("\n")).toContain("\n  bedrock:\n");
		expect(notices.join("\n")).toContain("source, which only the app writes");
	});

	test("keeps a file that is there", async () => {
		const out = write("deployment.yaml", "mine");
		const { code, notices } = await invoke(["import", write("pilot.reg", exportedRegistry), "--out", out]);
		expect({ code, notices }).toEqual({ code: 2, notices: [`${out} is there already; name another file with --out`] });
		expect(readFileSync(out, "utf8")).toBe("mine");
	});

	test("tells every file that cannot be read, and writes nothing", async () => {
		const out = outFile();
		const report = path.join(folder(), "managed-config.txt");
		writeFileSync(report, "x");
		const { code, notices } = await invoke(["import", write("a.reg", "no"), report, "--out", out]);
		expect(code).toBe(1);
		expect(notices).toHaveLength(2);
		expect(notices[0]).toContain("is of no form that is read; expected a configuration profile");
		expect(notices[1]).toContain("is the diagnostic report of the app");
		expect(() => readFileSync(out)).toThrow();
	});

	test("refuses what is no regular file, which may have no end", async () => {
		const { code, notices } = await invoke(["import", "/dev/zero", "--out", outFile()]);
		expect({ code, notices }).toEqual({ code: 2, notices: ["cannot read /dev/zero: it is no regular file"] });
	});

	test("refuses a name that is none", async () => {
		const { code, notices } = await invoke([
			"import",
			write("pilot.reg", exportedRegistry),
			"--name",
			"EU",
			"--out",
			outFile(),
		]);
		expect(code).toBe(2);
		expect(notices[0]).toContain('deployment "EU": is no valid name');
	});
});
