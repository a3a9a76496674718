import { readFileSync } from "node:fs";

/** What runs of the bench have written; ends the process with 2 where a file holds nothing that could be judged. */
export function readResults(files) {
	return files.map((file) => {
		try {
			const { results, place, short } = JSON.parse(readFileSync(file, "utf8"));
			if (!Array.isArray(results)) throw new Error("it holds no results");
			if (short) throw new Error("it comes from --short, which measures small sizes once");
			return { results, place };
		} catch ({ message }) {
			process.stderr.write(`cannot read ${file}: ${message}; npm run bench -- --out FILE writes such a file\n`);
			return process.exit(2);
		}
	});
}
