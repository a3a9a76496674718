import { runInNewContext } from "node:vm";
import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

/** The function of the file, as a browser calls it. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const find: (url: string, host: string) => string = runInNewContext(
		`${onlyFile(files, "claude.pac")}\nFindProxyForURL;`,
	);
	return ({ host, port }) => {
		const inUrl = host.includes(":") ? `[${host}]` : host;
		return find(`https://${inUrl}:${port}/`, host) === "PROXY 127.0.0.1:9" ? "closed" : "open";
	};
}
