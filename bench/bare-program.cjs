// What an author without the package would write: a dynamic resource for each group's files, and one for the rest.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { dynamic } = require("@pulumi/pulumi");

const provider = {
	create: async (inputs) => ({ id: inputs.folder, outs: write(inputs) }),
	update: async (_id, _olds, inputs) => ({ outs: write(inputs) }),
};

for (const [name, inputs] of Object.entries(JSON.parse(readFileSync(path.join(__dirname, "parts.json"), "utf8")))) {
	new (class Files extends dynamic.Resource {})(provider, name, inputs);
}

/** Runs where the engine calls it, which has only what the function names. */
function write({ folder, files }) {
	const { mkdirSync, writeFileSync } = require("node:fs");
	const { dirname, join } = require("node:path");
	for (const [name, content] of Object.entries(files)) {
		const place = join(folder, name);
		mkdirSync(dirname(place), { recursive: true });
		writeFileSync(place, content);
	}
	return { folder, files };
}
