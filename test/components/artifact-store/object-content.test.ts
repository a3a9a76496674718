import { existsSync, mkdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect, test, vi } from "vitest";
import type { Bytes } from "../../../src/components/artifact-store/bundle-part.js";
import { inFolder } from "../../support/in-folder.js";

test("a file of bytes is for its owner alone, one for the same bytes, and what a killed program left goes", () =>
	inFolder(async (temporary) => {
		vi.stubEnv("TMPDIR", temporary);
		vi.resetModules();
		const { assetOf } = await import("../../../src/components/artifact-store/object-content.js");
		const [old, young, other] = ["pulumi-cowork-objects-old", "pulumi-cowork-objects-young", "others"].map((name) => {
			const folder = path.join(temporary, name);
			mkdirSync(folder);
			return folder;
		});
		const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
		for (const folder of [old, other]) utimesSync(String(folder), twoDaysAgo, twoDaysAgo);

		const files = await Promise.all(["one", "two", "one"].map((text) => fileOf(assetOf, text)));
		vi.unstubAllEnvs();
		expect(files[0]).toBe(files[2]);
		expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(["one", "two", "one"]);
		expect(statSync(path.dirname(String(files[0]))).mode & 0o777).toBe(0o700);
		expect(statSync(String(files[0])).mode & 0o777).toBe(0o600);
		expect([old, young, other].map((folder) => existsSync(String(folder)))).toEqual([false, true, true]);
	}));

type AssetOf = (content: pulumi.Output<Bytes>) => pulumi.Output<pulumi.asset.Asset>;

function fileOf(assetOf: AssetOf, text: string): Promise<string> {
	const content = pulumi.output(0).apply(() => () => new TextEncoder().encode(text));
	return new Promise((resolve, reject) => {
		assetOf(content).apply((asset) => {
			if (asset instanceof pulumi.asset.FileAsset) resolve(asset.path);
			else reject(new Error("it is no file"));
		});
	});
}
