import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { sha256 } from "../../bundle/bundle.js";
import { isMissing } from "../../files/fault.js";
import type { Bytes } from "./bundle-part.js";

/**
 * Bytes without a secret, as an asset: state keeps their digest and no more. The engine reads the file while the program
 * runs and never again, so that the file goes when the program does.
 */
export function assetOf(content: pulumi.Output<Bytes>): pulumi.Output<pulumi.asset.Asset> {
	return content.apply((bytes) => new pulumi.asset.FileAsset(fileOf(bytes())));
}

/** Bytes as Base64 text, which state keeps, encrypted where they are a secret. */
export function base64Of(content: pulumi.Output<Bytes>): pulumi.Output<string> {
	return content.apply((bytes) => Buffer.from(bytes()).toString("base64"));
}

let folder: string | undefined;
const written = new Set<string>();

/** Named by what is in it. */
function fileOf(bytes: Uint8Array): string {
	folder ??= temporaryFolder();
	const digest = sha256(bytes);
	const file = path.join(folder, digest);
	if (!written.has(digest)) writeFileSync(file, bytes, { mode: 0o600 });
	written.add(digest);
	return file;
}

const prefix = "pulumi-cowork-objects-";
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** For this user alone, whoever else may write where temporary files are. */
function temporaryFolder(): string {
	removeRemains();
	const made = mkdtempSync(path.join(tmpdir(), prefix));
	process.once("exit", () => rmSync(made, { recursive: true, force: true }));
	return made;
}

/** The engine kills a program whose update has failed, which then leaves its folder. */
function removeRemains(): void {
	const eldest = Date.now() - dayMilliseconds;
	for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
		const folder = path.join(tmpdir(), name);
		try {
			const status = lstatSync(folder);
			const isOwn = status.isDirectory() && status.uid === process.getuid?.();
			if (isOwn && status.mtimeMs < eldest) rmSync(folder, { recursive: true, force: true });
		} catch (fault) {
			// Another run may have removed it by now.
			if (!isMissing(fault)) throw fault;
		}
	}
}
