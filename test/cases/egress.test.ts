import path from "node:path";
import { expect, test } from "vitest";
import { compileFile } from "../bundle/compiled.js";

interface Host {
	readonly host: string;
	readonly match: string;
	readonly groups?: readonly string[];
	readonly reasons: readonly { key: string | null; requirement: string; since?: string; until?: string }[];
}

interface Document {
	readonly hosts: readonly Host[];
	readonly summary: {
		readonly conversationContentStaysWithProvider: boolean;
		readonly contentAlsoReaches: readonly { host: string; key: string; because: string }[];
	};
	readonly notes: readonly string[];
}

/** What a deployment file compiles to: its texts by path, and its `egress.json`. */
async function compile(name: string) {
	const file = path.resolve(import.meta.dirname, "egress", `${name}.yaml`);
	const { text } = await compileFile(file, { secrets: () => "secret" });
	const document: Document = JSON.parse(text("egress.json"));
	const reasons = (host: string, match = "exact") =>
		document.hosts.find((each) => each.host === host && each.match === match)?.reasons ?? [];
	return { text, document, reasons };
}

test("a proxy before Bedrock is named, and ends the claim", async () => {
	const { document } = await compile("proxy-before-bedrock");
	expect(document.summary).toMatchObject({
		conversationContentStaysWithProvider: false,
		contentAlsoReaches: [{ host: "proxy.example.com", key: "inferenceBedrockBaseUrl" }],
	});
});

test("a collector that one group sends content to ends the claim of the deployment, and not of the other group", async () => {
	const { text, document } = await compile("collector-with-content");
	const reached = [{ host: "telemetry.example.com", key: "otlpContentCapture" }];
	expect(document.summary).toMatchObject({
		conversationContentStaysWithProvider: false,
		contentAlsoReaches: reached,
	});
	const staff: Document = JSON.parse(text("groups/staff/egress.json"));
	expect(staff.summary).toMatchObject({ conversationContentStaysWithProvider: true, contentAlsoReaches: [] });
	const audit: Document = JSON.parse(text("groups/audit/egress.json"));
	expect(audit.summary).toMatchObject({ conversationContentStaysWithProvider: false, contentAlsoReaches: reached });
});

test("a perimeter names the groups of each host, and its list the ports, which the hosts alone do not", async () => {
	const { text, document } = await compile("collector-with-content");
	const groups = (host: string) => document.hosts.find((each) => each.host === host)?.groups;
	expect(groups("telemetry.example.com")).toEqual(["audit"]);
	expect(groups("downloads.claude.ai")).toEqual(["audit", "staff"]);
	expect(text("egress.txt").split("\n")).toContain("telemetry.example.com:4318");
	expect(text("firewall/hosts/hosts.txt").split("\n")).toContain("telemetry.example.com");
	const staff: Document = JSON.parse(text("groups/staff/egress.json"));
	expect(staff.hosts.some((each) => "groups" in each)).toBe(false);
});

test("services that are off leave Linux its dictionaries, and no feed of updates", async () => {
	const { reasons } = await compile("services-off-on-linux");
	for (const match of ["exact", "subdomains"]) {
		const host = match === "exact" ? "redirector.gvt1.com" : "gvt1.com";
		expect(reasons(host, match)).toMatchObject([{ key: null, requirement: "optional", until: "2.19675.0" }]);
	}
	expect(reasons("claude.ai")).toEqual([]);
	expect(reasons("downloads.claude.ai")).not.toEqual([]);
});

test("a fleet across releases has each row for its own versions", async () => {
	const { reasons } = await compile("fleet-across-releases");
	for (const host of ["a-cdn.anthropic.com", "a-api.anthropic.com"])
		expect(reasons(host)).toMatchObject([{ key: "disableNonessentialTelemetry", until: "2.110.0" }]);
	expect(reasons("browser-intake-us3-datadoghq.com")).toMatchObject([{ key: "disableEssentialTelemetry" }]);
	expect(reasons("claude.ai").map(({ key }) => key)).not.toContain("disableEssentialTelemetry");
});

test("users who may add MCP servers need the sources of Python, which is so by default", async () => {
	const { reasons } = await compile("python-of-user-servers");
	for (const host of ["github.com", "objects.githubusercontent.com", "pypi.org", "files.pythonhosted.org"])
		expect(reasons(host)).toMatchObject([{ key: "isLocalDevMcpEnabled", requirement: "optional" }]);
});

test("a multi-region of Vertex AI has a host of its own, and a helper needs none of Google's for sign-in", async () => {
	const { reasons } = await compile("vertex-multi-region-with-helper");
	expect(reasons("aiplatform.us.rep.googleapis.com")).toMatchObject([{ requirement: "required" }]);
	for (const host of ["oauth2", "sts", "iamcredentials"])
		expect(reasons(`${host}.googleapis.com`)).toMatchObject([{ requirement: "optional" }]);
	expect(reasons("accounts.google.com")).toMatchObject([{ requirement: "optional" }]);
});

test("Google as the issuer brings its token endpoint, and the word that discovery may bring more", async () => {
	const { reasons, document } = await compile("google-issuer");
	expect(reasons("accounts.google.com")).toMatchObject([{ requirement: "required" }]);
	expect(reasons("oauth2.googleapis.com")).toMatchObject([{ requirement: "required" }]);
	expect(document.notes.some((note) => note.includes("discovery at accounts.google.com may name"))).toBe(true);
});
