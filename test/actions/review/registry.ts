import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { closed, listening } from "../../support/listening.js";
import { run } from "../../support/programs.js";

/** A registry of npm that has one version of one package. */
export interface Registry {
	readonly url: string;
	/** Of the archive. */
	readonly integrity: string;
	close(): Promise<void>;
}

/** Packs a folder as npm does, without its scripts, and serves it. */
export async function registryOf(source: string, into: string, cache: string): Promise<Registry> {
	const manifest = JSON.parse(readFileSync(path.join(source, "package.json"), "utf8"));
	const args = ["pack", source, "--json", "--ignore-scripts", "--pack-destination", into];
	const packed = run("npm", args, { npm_config_cache: cache });
	const archive = readFileSync(path.join(into, JSON.parse(packed)[0].filename));
	const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
	let url = "";
	const server: Server = createServer((request, response) => {
		if (request.url?.endsWith(".tgz")) return response.end(archive);
		if (request.url !== `/${manifest.name}`) return response.writeHead(404).end();
		const dist = { tarball: `${url}/${manifest.name}/-/${manifest.name}.tgz`, integrity };
		const versions = { [manifest.version]: { ...manifest, dist } };
		return response.end(JSON.stringify({ name: manifest.name, versions }));
	});
	url = await listening(server);
	return { url, integrity, close: () => closed(server) };
}
