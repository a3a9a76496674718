// Renders ten thousand hosts, and a tenth of them, with one backend in a process of its own, and prints what that took;
// without a word, the words that there are.
import { registries } from "../dist/entries/core.js";
import { time } from "./time.js";

const word = process.argv[2];
if (word === undefined) {
	process.stdout.write(JSON.stringify(Object.keys(registries.firewall)));
	process.exit();
}
const { [word]: backend } = registries.firewall;
const [block] = Object.values(backend.examples);
const { accept: _, leaveTo: __, scope: ___, place: ____, deny: _____, clients, inspects, ...options } = block;
const [few, many] = [1000, 10_000].map((count) => Array.from({ length: count }, (_, index) => hostOf(index)));
render(few.slice(0, 100));
process.stdout.write(JSON.stringify({ few: await least(() => render(few)), many: await least(() => render(many)) }));

function hostOf(index) {
	return {
		host: `service-${index}.zone-${index % 100}.example.com`,
		match: index % 4 === 0 ? "subdomains" : "exact",
		port: index % 10 === 0 ? 8443 : 443,
		protocol: "tcp",
		operator: "organization",
		reasons: [
			{
				feature: "bench",
				key: "coworkEgressAllowedHosts",
				because: `what ${index} is for`,
				ifDenied: "It does not work.",
				requirement: "optional",
				source: "https://docs.example.com/egress",
			},
		],
	};
}

function render(hosts) {
	const { value, problems } = backend.render(
		{ deployment: "bench", hosts, ...(clients && { clients }), ...(inspects && { inspects }) },
		options,
	);
	// Some products hold fewer hosts, which is found after the rules are made.
	const isTooMuch = problems.some(({ code }) => code === "over-limit");
	if (!value && !isTooMuch) throw new Error(`${word} refuses: ${problems[0]?.message}`);
}

/** Milliseconds of the processor, of the round least disturbed. */
async function least(work) {
	const taken = [];
	for (let round = 0; round < 5; round++) taken.push(await time(work));
	return Math.min(...taken);
}
