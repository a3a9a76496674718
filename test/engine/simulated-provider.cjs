// A stand-in for the provider plugin of the cloud that `cloud.cjs` beside it knows. What it did is in `operations.jsonl`,
// and what it was asked in `calls.jsonl`; it refuses one resource whose URN ends in what `refuse-once` holds.
const { appendFileSync, existsSync, readFileSync, rmSync } = require("node:fs");
const path = require("node:path");
const { main } = require("@pulumi/pulumi/provider");
/**
 * `replacing`: by type, inputs that the cloud takes only when the resource is made; `added`: by type, what the cloud adds
 * to what it was given, and `everywhere` what it adds to all; `answers`: by function; `idOf`: an id other than the name;
 * `during`: what goes on while a resource is changed, which is told of inputs, or of what it was where it is deleted;
 * `leaving`: what becomes of a resource that is to go, by what it has: `delete` or another word, or it throws;
 * `goesFirst`: whether a resource that is replaced has to go before the one in its place is made.
 */
const { version, title, replacing, added, answers, everywhere, ...more } = require("./cloud.cjs");
const { idOf = (_, __, name) => name, during = (_, change) => change(), leaving = () => "delete", goesFirst } = more;

const beside = (name) => path.join(__dirname, name);
const typeOf = (urn) => urn.split("::")[2].split("$").at(-1);

function outs(urn, inputs) {
	const name = urn.split("::").at(-1);
	return { ...everywhere(name), ...added[typeOf(urn)]?.(inputs, name), ...inputs };
}

function record(operation, urn) {
	appendFileSync(beside("operations.jsonl"), `${JSON.stringify({ operation, name: urn.split("::").at(-1) })}\n`);
}

/** An asset is what it holds, wherever that was read from. */
const held = (_, value) => (value?.hash === undefined ? value : value.hash);
const same = (a, b) => JSON.stringify(a, held) === JSON.stringify(b, held);

main(
	{
		version,
		async check(_, __, news) {
			return { inputs: news };
		},
		async diff(_, urn, olds, news) {
			const changed = Object.keys(news).filter((key) => !key.startsWith("__") && !same(olds[key], news[key]));
			const replaces = changed.filter((key) => replacing[typeOf(urn)]?.includes(key));
			const deleteBeforeReplace = goesFirst?.(typeOf(urn), olds, news);
			return { changes: changed.length > 0, replaces, ...(deleteBeforeReplace && { deleteBeforeReplace }) };
		},
		async create(urn, inputs) {
			const refused = existsSync(beside("refuse-once")) ? readFileSync(beside("refuse-once"), "utf8") : undefined;
			if (refused !== undefined && urn.endsWith(refused)) {
				rmSync(beside("refuse-once"));
				throw new Error(`ThrottlingException: the simulated ${title} refuses this once`);
			}
			await during(typeOf(urn), () => record("create", urn), { operation: "create", inputs });
			return { id: idOf(typeOf(urn), inputs, urn.split("::").at(-1)), outs: outs(urn, inputs) };
		},
		async update(_, urn, __, news) {
			await during(typeOf(urn), () => record("update", urn), { operation: "update", inputs: news });
			return { outs: outs(urn, news) };
		},
		async delete(_, urn, was) {
			const word = leaving(typeOf(urn), was);
			await during(typeOf(urn), () => record(word, urn), { operation: "delete", inputs: was });
		},
		async invoke(token, inputs) {
			appendFileSync(beside("calls.jsonl"), `${JSON.stringify({ token, inputs })}\n`);
			return { outputs: answers[token](inputs) };
		},
	},
	process.argv.slice(2),
);
