import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

/** https://docs.haproxy.org/2.6/configuration.html: the first rule that decides; `-m end` compares ends of texts. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const contentOf = (name: string) => {
		const file = files.find((each) => each.name === name);
		if (!file) throw new Error(`no ${name}`);
		return file.content
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "" && !line.startsWith("#"));
	};
	const frontends = new Map<number, string[]>();
	let lines: string[] = [];
	for (const line of contentOf("haproxy.cfg")) {
		if (/^(frontend|backend|resolvers) /.test(line)) lines = [];
		const port = /^bind :(\d+)$/.exec(line)?.[1];
		if (port !== undefined) frontends.set(Number(port), lines);
		lines.push(line);
	}
	const verdictOf = (frontend: readonly string[], { host, stranger = false }: Probe): Verdict => {
		const showsName = !/^[\d.]+$|:/.test(host);
		const holds = (acl: string) => {
			if (acl === "hello" || acl === "{") return true;
			const [, how, list = ""] =
				frontend
					.map((line) => new RegExp(`^acl ${acl} req\\.ssl_sni -m (str|end) -i -f \\S+/(\\S+)$`).exec(line))
					.find(Boolean) ?? [];
			if (how === undefined) throw new Error(`unknown acl: ${acl}`);
			if (!showsName) return false;
			return contentOf(list).some((each) => (how === "str" ? host === each : host.endsWith(each)));
		};
		if (stranger && frontend.includes("tcp-request connection reject if !clients")) return "closed";
		for (const line of frontend) {
			const [, action, condition] = /^tcp-request content (accept|reject)(?: if (.*))?$/.exec(line) ?? [];
			const acls = (condition ?? "")
				.replace(/\{.*\}/, "")
				.trim()
				.split(" ")
				.filter((acl) => acl !== "");
			if (action !== undefined && acls.every(holds)) return action === "accept" ? "open" : "closed";
		}
		throw new Error("nothing decides");
	};
	// Nothing listens elsewhere.
	return (probe) => {
		const frontend = frontends.get(probe.port);
		return frontend && !probe.quic ? verdictOf(frontend, probe) : "closed";
	};
}
