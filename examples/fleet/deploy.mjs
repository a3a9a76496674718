// Runs every stack, two at a time, says every ten seconds how far each is, and how it went:
//   node deploy.mjs preview | up | destroy
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";

const [operation = "preview"] = process.argv.slice(2);
if (!["preview", "up", "destroy"].includes(operation)) {
	process.stderr.write(`no operation ${operation}; there are preview, up and destroy\n`);
	process.exit(2);
}
const atOnce = 2;
const everySeconds = 10;
const waiting = ["eu", "us", "perimeter"];
const failed = [];

await Promise.all(Array.from({ length: atOnce }, work));
if (failed.length > 0) {
	process.stderr.write(`${operation} failed for ${failed.join(", ")}\n`);
	process.exitCode = 1;
}

async function work() {
	for (let stack = waiting.shift(); stack !== undefined; stack = waiting.shift()) await run(stack);
}

async function run(name) {
	const say = (text) => process.stdout.write(`${name}: ${text}\n`);
	say(`${operation} begins`);
	let done = 0;
	const onEvent = ({ resOutputsEvent }) => {
		if (resOutputsEvent) done++;
	};
	const progress = setInterval(() => say(`${operation}, ${done} resources so far`), everySeconds * 1000);
	try {
		const stack = await LocalWorkspace.createOrSelectStack({ stackName: name, workDir: import.meta.dirname });
		const { changeSummary, summary } = await stack[operation]({ onEvent });
		say(`${operation} done, ${JSON.stringify(changeSummary ?? summary?.resourceChanges ?? {})}`);
	} catch (fault) {
		failed.push(name);
		say(`${operation} failed: ${fault instanceof Error ? fault.message : fault}`);
	} finally {
		clearInterval(progress);
	}
}
