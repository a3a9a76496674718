import { made, refused } from "../../src/outcome.js";
import { error } from "../../src/problem.js";
import type { Decoding, ReadableProfileFormat } from "../../src/profiles/format.js";
import { readText, unreadable } from "../../src/profiles/read-text.js";
import { text } from "../../src/shape/build.js";

interface Options {
	readonly seal?: string;
}

const first = "scroll\n";

/** One setting a line, for two platforms, with a file beside; no other file knows of it. */
export const scroll: ReadableProfileFormat<Options> = {
	title: "Scroll",
	docs: "https://example.com/scroll",
	evidence: "the vendor's page alone",
	platforms: ["macos", "linux"],
	byDefault: false,
	unmarked: { ".scroll": "a scroll has settings alone" },
	options: { seal: { shape: text(), summary: "What the scroll is closed with.", defaultNote: "it is open" } },
	handling: { imports: [{ tool: "a herald", step: "read it out" }], removal: "read out that it is void" },
	examples: { sealed: { seal: "wax" }, open: {} },
	fileNames: ({ group }) => [`${group}.scroll`],
	async render({ identity, settings }, { seal }) {
		if (seal === "lead") return refused(error("too-heavy", ["inferenceProvider"], "is too heavy for a scroll"));
		const lines = settings.map(({ name, text }) => `${JSON.stringify([name, text])}\n`);
		const content = new TextEncoder().encode(first + lines.join(""));
		return made([{ name: `${identity.group}.scroll`, mediaType: "text/x-scroll", content }]);
	},
	removals: ({ group }, { seal = "none" }) => [
		{ name: `${group}-seal.txt`, mediaType: "text/plain", content: new TextEncoder().encode(seal) },
	],
	recognizes: (bytes) => readText(bytes, "utf-8").value?.startsWith(first) === true,
	decode(bytes): Decoding {
		const { value: written, problems } = readText(bytes, "utf-8");
		if (written === undefined) return { problems };
		const entries: [string, string][] = [];
		for (const line of written.trim().split("\n").slice(1)) {
			const entry: unknown = parsed(line);
			if (!Array.isArray(entry) || typeof entry[0] !== "string") return unreadable("expected a name and a text");
			entries.push([entry[0], String(entry[1])]);
		}
		return made([{ scope: "machine", values: entries }]);
	},
};

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}
