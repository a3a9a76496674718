import { readdirSync } from "node:fs";
import path from "node:path";

/** Golden files of a backend with an ending, by their place below its folder. */
export function goldenFiles(word: string, ending: string): readonly (readonly [name: string, place: string])[] {
	const folder = path.join("test/golden/firewall", word);
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(ending))
		.map((file) => [file, path.join(folder, file)]);
}
