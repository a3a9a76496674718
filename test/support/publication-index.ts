import { createHash } from "node:crypto";
import type { IndexedFile, IndexedPart, PublicationIndex } from "../../src/publication/publication-index.js";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

const file = (path: string, bytes: number, mediaType: string): IndexedFile => ({
	path,
	sha256: digest(path),
	bytes,
	mediaType,
	sensitive: false,
});

const deviceFiles = [
	file("HANDOVER.md", 4_210, "text/markdown; charset=utf-8"),
	file("profiles/macos/claude.mobileconfig", 12_345, "application/x-apple-aspen-config"),
	file("profiles/windows/Claude.reg", 8_000, "text/plain; charset=utf-16le"),
	file("settings.json", 999, "application/json"),
];

function part(folder: string, files: readonly IndexedFile[]): IndexedPart {
	const [newest, held, before] = ["newest", "held", "before"].map((word) => digest(`${folder} ${word}`));
	if (newest === undefined || held === undefined || before === undefined) throw new Error("three words");
	return {
		rings: [
			{ name: "canary", path: `${folder}/rings/canary/current.json`, revision: newest, held: false, replaces: held },
			{ name: "broad", path: `${folder}/rings/broad/current.json`, revision: held, held: true, replaces: before },
			{ name: "late", path: `${folder}/rings/late/current.json`, revision: before, held: true },
		],
		revisions: [
			{
				digest: newest,
				folder: `${folder}/revisions/${newest}`,
				signed: true,
				app: { minimumVersion: "1.46388.1" },
				files,
			},
			{
				digest: held,
				folder: `${folder}/revisions/${held}`,
				signed: false,
				app: { minimumVersion: "1.19367.0", maximumVersion: "2.7032.0" },
				files: files.slice(0, 1),
			},
			{ digest: before, folder: `${folder}/revisions/${before}`, signed: false },
		],
	};
}

/** A deployment of two groups in three rings: followed, held, and held at what was not read; a profile carries a secret. */
export const publishedIndex: PublicationIndex = {
	deployment: "eu",
	groups: ["pilot", "staff"].map((name) => ({
		name,
		...part(`groups/${name}`, [
			...deviceFiles,
			{ ...file("profiles/macos/carries-a-credential.plist", 10_000, "application/x-plist"), sensitive: true },
		]),
		everyDevice: [
			"An app of 1.46388.1 or later looks at its settings every 10 minutes, and restarts to take them within 72 hours.",
			"An older app reads them only when it starts.",
		],
	})),
	perimeter: part("perimeter", [
		file("egress.txt", 640, "text/plain; charset=utf-8"),
		file("firewall/squid/squid.conf", 1_234_567, "text/plain; charset=utf-8"),
	]),
};
